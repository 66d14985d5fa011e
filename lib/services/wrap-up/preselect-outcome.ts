import type { CallRecord } from '@/lib/domain/call/call-record';
import { preselect } from '@/lib/domain/wrap-up/preselect';
import type { Settings } from '@/lib/domain/settings/values';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import type { CallRecords } from '@/lib/services/call/calls-port';

export type PreselectOutcomeDeps = {
  readonly records: Pick<CallRecords, 'change'>;
  readonly readOutcomes: () => Promise<Settings['logging.outcomes']>;
  /** Only rules already known: the end of a call is shown without waiting for Salesloft. */
  readonly readKnownRules: () => Promise<TeamRules | undefined>;
  readonly now: () => number;
};

/** Chooses the disposition that the line's outcome stands for, unless the rep has chosen one. */
export function createPreselectOutcome(deps: PreselectOutcomeDeps) {
  return async ({ call }: CallRecord): Promise<void> => {
    const disposition = preselect(call, await deps.readOutcomes(), await deps.readKnownRules());
    if (disposition === '') return;
    // Into the draft as it is by now: the rep may have written on meanwhile.
    await deps.records.change(call.callId, (record) =>
      record.wrapUp.draft.disposition === ''
        ? {
            ...record,
            wrapUp: { ...record.wrapUp, draft: { ...record.wrapUp.draft, disposition }, savedAt: deps.now() },
          }
        : record,
    );
  };
}
