import type { PublishSnapshot } from '@/lib/storage/snapshots/publish-snapshots';
import { NO_QUEUE } from '@/lib/domain/queue/queue-view';

export type SignOutDeps = {
  readonly outbox: { counts(): Promise<{ readonly unsent: number }> };
  readonly connection: { disconnect(): Promise<void> };
  readonly publish: PublishSnapshot;
  readonly dialSession: { close(): Promise<void> };
  readonly delivery: { publishOutbox(): Promise<void> };
};

/** Signs the rep out, and takes what they saw of Salesloft off the screen. Asks first when logs wait. */
export function createSignOut({ outbox, connection, publish, dialSession, delivery }: SignOutDeps) {
  return async (evenWithLogsWaiting: boolean): Promise<'signed-out' | 'logs-waiting'> => {
    if (!evenWithLogsWaiting && (await outbox.counts()).unsent > 0) return 'logs-waiting';
    await connection.disconnect();
    await publish('queue', NO_QUEUE);
    await publish('shown', { people: {}, dialerTabs: [] });
    await dialSession.close();
    await delivery.publishOutbox();
    return 'signed-out';
  };
}
