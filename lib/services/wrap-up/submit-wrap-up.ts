import { toCallLog } from '@/lib/domain/wrap-up/call-log';
import type { CallRecord } from '@/lib/domain/call/call-record';
import { DialerError } from '@/lib/domain/core/errors';
import type { CallId, EntryId } from '@/lib/domain/core/ids';
import { makeEntry, withoutCompleting, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import type { CrmValues } from '@/lib/domain/sign-in/crm-field';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import { withCrmDefaults } from '@/lib/domain/wrap-up/crm-values';
import { checkWrapUp, type SubmitOutcome } from '@/lib/domain/wrap-up/check-wrap-up';
import type { CallRecords } from '@/lib/services/call/calls-port';

export type SubmitWrapUpDeps = {
  readonly records: CallRecords;
  /** One transaction: closes the call and adds one of the two entries; see the store. */
  readonly closeAndAdd: (
    callId: CallId,
    draft: WrapUpDraft,
    entry: OutboxEntry,
    withoutCompleting: OutboxEntry,
  ) => Promise<EntryId>;
  readonly readTeamRules: () => Promise<TeamRules | undefined>;
  readonly readCrmDefaults: () => Promise<CrmValues>;
  readonly readHoldSeconds: () => Promise<number>;
  readonly readTimeZone: () => Promise<string>;
  readonly makeReference: (callId: CallId) => Promise<string>;
  /** Before anything is saved: an alarm, so that the log leaves even if the worker dies right after the save. */
  readonly standBy: () => Promise<void>;
  readonly newId: () => EntryId;
  readonly now: () => number;
  /**
   * The log is on disk. What the rep's next step builds on ends before they are told; a worker that dies over it is asked
   * again, and does it again. What else follows (publishing, the row, the delivery) does not keep the rep waiting.
   */
  readonly onSaved: (record: CallRecord, draft: WrapUpDraft) => Promise<void>;
};

/** Turns the rep's wrap-up into a log on disk. The same call twice gives the same entry. */
export function createSubmitWrapUp(deps: SubmitWrapUpDeps) {
  return async (callId: CallId, written: WrapUpDraft): Promise<SubmitOutcome> => {
    // All at once: the rep waits for the slowest, not for the sum.
    const [record, rules, crmDefaults, ref, timeZone, holdSeconds] = await Promise.all([
      deps.records.read(callId),
      deps.readTeamRules(),
      deps.readCrmDefaults(),
      deps.makeReference(callId),
      deps.readTimeZone(),
      deps.readHoldSeconds(),
      deps.standBy(),
    ]);
    if (!record) throw new DialerError('call-unknown');
    if (record.call.state !== 'ended') throw new DialerError('call-in-progress');
    if (record.wrapUp.state === 'waived') throw new DialerError('call-unknown');
    const draft = withCrmDefaults(written, rules, crmDefaults);
    // Rules not read yet, in an outage: the log is kept, and Salesloft itself will say what it lacks.
    const fields = rules ? checkWrapUp(draft, rules) : [];
    if (fields.length > 0) return { kind: 'missing', fields };

    const entry = makeEntry({
      entryId: deps.newId(),
      call: record.call,
      log: toCallLog(record.call, draft),
      ref,
      timeZone,
      holdSeconds,
      now: deps.now(),
    });
    const entryId = await deps.closeAndAdd(callId, draft, entry, withoutCompleting(entry));
    await deps.onSaved(record, draft);
    return { kind: 'saved', entryId };
  };
}
