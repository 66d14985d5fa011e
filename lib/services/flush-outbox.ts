import type { OutboxEntry } from '@/lib/domain/outbox';
import { runAgain } from './run-again';

export type FlushOutboxDeps = {
  /** One flush at a time per profile; waits while another one holds the lock. */
  readonly underLock: (work: () => Promise<void>) => Promise<void>;
  /** Claims the next entry that may go, or nothing: signed out, gate closed, none due. */
  readonly claimNext: () => Promise<OutboxEntry | undefined>;
  readonly deliverEntry: (entry: OutboxEntry) => Promise<void>;
  /** After the run: the alarm for the next one, or none. */
  readonly planNextWake: () => Promise<void>;
};

/** One run over everything that is due. Asked again during a run, it runs once more afterwards. */
export function createFlushOutbox(deps: FlushOutboxDeps): () => Promise<void> {
  return runAgain(async () => {
    await deps.underLock(async () => {
      for (let entry = await deps.claimNext(); entry; entry = await deps.claimNext()) await deps.deliverEntry(entry);
    });
    await deps.planNextWake();
  });
}
