import type { CallId } from '@/lib/domain/core/ids';
import { createEvents, type Events } from '@/lib/services/core/create-events';
import { createSnapshotPublisher, type PublishSnapshot } from '@/lib/storage/snapshots/publish-snapshots';
import type { SnapshotName } from '@/lib/storage/snapshots/snapshots';

/** What one subject tells the others; each subscribes in its own wiring. */
export type WorkerEvents = {
  readonly published: [name: SnapshotName];
  readonly settingsChanged: [];
  /** What Salesloft knows is to be read: the rep has just signed in, or what was published of it is gone. */
  readonly readAgain: [];
  /** The disk can be read and written again. */
  readonly storageHealthy: [];
  /** Rows have gone from the outbox, or come back to it. */
  readonly rowsChanged: [];
  /** Something may leave for Salesloft now. */
  readonly deliveryDue: [];
  /** A call has ended, and its wrap-up is open. */
  readonly callEnded: [callId: CallId];
};

/** What every subject's wiring is given. */
export type WorkerContext = {
  readonly events: Events<WorkerEvents>;
  readonly publish: PublishSnapshot;
  readonly isOnline: () => boolean;
  readonly now: () => number;
};

export function createContext(): WorkerContext {
  const events = createEvents<WorkerEvents>();
  const now = () => Date.now();
  const write = createSnapshotPublisher(now);
  return {
    events,
    publish: async (name, value) => {
      await write(name, value);
      await events.tell('published', name);
    },
    isOnline: () => navigator.onLine,
    now,
  };
}
