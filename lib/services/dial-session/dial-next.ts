import { standingOf, type DialSession, type SkipReason } from '@/lib/domain/dial-session/dial-session';
import { isBrake, type DialRefusal } from '@/lib/domain/guards/dial-rules';
import { firstDialable, mayBeCalled, type PersonNumber } from '@/lib/domain/call/person';
import type { DueWork } from '@/lib/domain/queue/due-work';
import type { CallId, E164 } from '@/lib/domain/core/ids';
import type { PlaceCallOutcome, PlaceCallRequest } from '@/lib/domain/guards/place-call-request';

export type DialNextDeps = {
  readonly readRows: () => Promise<readonly DueWork[]>;
  readonly readRun: () => Promise<DialSession | undefined>;
  readonly place: (request: PlaceCallRequest) => Promise<PlaceCallOutcome>;
  readonly skip: (workId: string, reason: SkipReason) => Promise<void>;
  /** Tells the rep why nobody was dialed. */
  readonly show: (reason: NotDialed) => Promise<void>;
  readonly newId: () => CallId;
};

export type NotDialed =
  | (DialRefusal & { readonly work: DueWork; readonly number: PersonNumber })
  /** Nobody of its plan is left to call; who else is on the list was not planned. */
  | { readonly kind: 'session-over' };

/** More in a row whom nobody may call means that something else is wrong. */
const MOST_PASSED_OVER = 50;

/**
 * Dials who is up in the dial session; without one, the first on the list. In a running session, whom a guard lets
 * nobody call is passed over. `done` is work whose log is on disk this moment, and which the list may still show. Throws what placing a call throws.
 */
export function createDialNext(deps: DialNextDeps) {
  return async (done?: string): Promise<void> => {
    for (let passed = 0; passed < MOST_PASSED_OVER; passed += 1) {
      const [all, run] = await Promise.all([deps.readRows(), deps.readRun()]);
      const rows = all.filter(({ workId }) => workId !== done);
      const isRunning = run?.state === 'running';
      const work = run ? currentOf(run, rows) : rows.find(({ person }) => mayBeCalled(person));
      if (run && !work) return deps.show({ kind: 'session-over' });
      const number = work && firstDialable(work.person);
      if (!work || !number?.e164) return;
      const outcome = await deps.place(requestFor(work, number.e164, deps.newId()));
      if (outcome.kind === 'placed') return;
      if (outcome.kind === 'ask' || !isRunning || isBrake(outcome)) return deps.show({ ...outcome, work, number });
      await deps.skip(work.workId, 'not-allowed');
    }
  };
}

function currentOf(run: DialSession, rows: readonly DueWork[]): DueWork | undefined {
  return run.state === 'over' ? undefined : standingOf(run, rows).current;
}

function requestFor({ person: { personId }, source }: DueWork, to: E164, callId: CallId): PlaceCallRequest {
  return { callId, personId, to, source, overrides: [] };
}
