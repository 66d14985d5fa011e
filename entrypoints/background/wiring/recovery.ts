import { detach } from '@/lib/platform/bug-log';
import { createRecoverWorker, type RecoverWorkerDeps } from '@/lib/services/journal/recover-worker';
import { readSnapshot } from '@/lib/storage/snapshots/snapshots';
import type { WorkerContext } from './context';
import { readSignIn } from './published-state';

export type RecoverySideDeps = Pick<WorkerContext, 'events'> &
  Pick<RecoverWorkerDeps, 'call' | 'storage' | 'delivery' | 'publishSettings'> & {
    readonly connection: { resume(): Promise<void> };
  };

/** What earlier workers have left, taken up at the start, and when the disk is back. */
export function assembleRecovery({ events, connection, ...deps }: RecoverySideDeps) {
  const recovery = createRecoverWorker({
    ...deps,
    hasPublished: async () => (await readSnapshot('call')) !== undefined,
    startFlush: () => detach('delivery, the disk is back', () => events.tell('deliveryDue')),
    readAgain: () => events.tell('readAgain'),
    resumeSignIn: async () => {
      if ((await readSignIn()).state === 'signedOut') await connection.resume();
    },
  });
  events.on('storageHealthy', recovery.whenHealthy);
  events.on('rowsChanged', recovery.publish);
  return recovery;
}
