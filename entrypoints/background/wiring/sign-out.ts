import { NO_QUEUE } from '@/lib/domain/queue/queue-view';
import { createSignOut, type SignOutDeps } from '@/lib/services/sign-in/sign-out';
import type { WorkerContext } from './context';

export type SignOutSideDeps = Pick<WorkerContext, 'publish'> &
  Pick<SignOutDeps, 'outbox' | 'disconnect'> & {
    readonly dialSession: { close(): Promise<void> };
    readonly delivery: { publishOutbox(): Promise<void> };
  };

/** Signing out, and what goes off the screen with it. */
export function assembleSignOut({ publish, outbox, disconnect, dialSession, delivery }: SignOutSideDeps) {
  return createSignOut({
    outbox,
    disconnect,
    clearScreen: async () => {
      await publish('queue', NO_QUEUE);
      await publish('shown', { people: {}, dialerTabs: [] });
      await dialSession.close();
      await delivery.publishOutbox();
    },
  });
}
