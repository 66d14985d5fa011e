import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import { runAgain } from './run-again';

export type FlushOutboxDeps = {
  /** One flush at a time per profile; waits while another one holds the lock. */
  readonly underLock: (work: () => Promise<void>) => Promise<void>;
  /** Claims the next entry that may go, or nothing: signed out, gate closed, none due, its person's earlier one not settled. */
  readonly claimNext: () => Promise<OutboxEntry | undefined>;
  /** What follows logs into Salesloft, once none of them may go. */
  readonly linkRecordings: () => Promise<void>;
  readonly deliverEntry: (entry: OutboxEntry) => Promise<void>;
  /** Before the run: an alarm behind it, in case the worker dies in it. */
  readonly standBy: () => Promise<void>;
  /** After the run: the alarm for the next one, or none. */
  readonly planNextWake: () => Promise<void>;
};

/** At 150 ms for an answer one lane sends 375 logs a minute, two send more than the team's whole budget. */
const LANES = 2;

/**
 * One run over everything that is due. One entry goes ahead: after a pause it is the probe for all. Asked again during a
 * run, it runs once more afterwards.
 */
export function createFlushOutbox(deps: FlushOutboxDeps): () => Promise<void> {
  const deliverNext = async (): Promise<boolean> => {
    const entry = await deps.claimNext();
    if (entry) await deps.deliverEntry(entry);
    return entry !== undefined;
  };
  const runLane = async (): Promise<void> => {
    while (await deliverNext());
  };
  return runAgain(async () => {
    await deps.standBy();
    await deps.underLock(async () => {
      if (!(await deliverNext())) return deps.linkRecordings();
      // The lock is held until both have ended, even when the disk refuses one of them a claim.
      const lanes = await Promise.allSettled(Array.from({ length: LANES }, runLane));
      const failed = lanes.find((lane) => lane.status === 'rejected');
      if (failed) throw failed.reason;
      await deps.linkRecordings();
    });
    await deps.planNextWake();
  });
}
