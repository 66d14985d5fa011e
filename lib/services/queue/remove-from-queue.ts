import type { QueueView } from '@/lib/domain/queue/queue-view';
import type { CallSource } from '@/lib/domain/call/call';
import { workIdOf } from '@/lib/domain/dial-session/dial-session';

export type RemoveFromQueueDeps = {
  readonly readView: () => Promise<QueueView | undefined>;
  readonly publish: (view: QueueView) => Promise<void>;
};

/** Takes a row off the list at once, without asking Salesloft: the log that completes it is safe on disk. */
export function createRemoveFromQueue({ readView, publish }: RemoveFromQueueDeps) {
  return async (source: CallSource): Promise<void> => {
    const view = await readView();
    const workId = workIdOf(source);
    if (!view || workId === undefined) return;
    const rows = view.rows.filter((row) => row.workId !== workId);
    if (rows.length !== view.rows.length) await publish({ ...view, rows });
  };
}
