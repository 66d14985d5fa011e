import { isStorageTrouble } from '@/lib/domain/journal/storage-trouble';
import { detach } from '@/lib/platform/bug-log';
import { createRecoverCalls, type RecoverCallsDeps } from '@/lib/services/call/recover-calls';
import { readSnapshot } from '@/lib/storage/snapshots/snapshots';
import type { assembleDelivery } from './outbox';
import type { assembleStorage } from './storage';

/** What a worker does about what earlier ones have left: at its start, and again when the disk could not be read then. */
export function createRecovery(deps: {
  readonly call: Omit<RecoverCallsDeps, 'isSameBrowserRun'>;
  readonly storage: ReturnType<typeof assembleStorage>;
  readonly delivery: ReturnType<typeof assembleDelivery>;
  readonly publishSettings: () => Promise<void>;
  readonly readAgain: () => void;
  /** For somebody who is signed out: a grant that is kept over a restart. */
  readonly resumeSignIn: () => Promise<void>;
}) {
  const { call, storage, delivery } = deps;
  const { records, publishCalls, now } = call;
  /** Calls placed before this were left by an earlier browser run, and have not been read yet; 0 when they have. */
  let unreadBefore = 0;
  let isSameRun = false;

  const publish = async (): Promise<void> => void (await Promise.all([publishCalls(), delivery.publishOutbox()]));

  const recoverEarlier = createRecoverCalls({
    ...call,
    records: {
      ...records,
      listOpen: async () => (await records.listOpen()).filter((record) => record.call.placedAt < unreadBefore),
    },
    isSameBrowserRun: () => Promise.resolve(false),
  });

  return {
    publish,
    atStart: async (): Promise<void> => {
      // What a worker publishes is gone with its browser.
      isSameRun = (await readSnapshot('call')) !== undefined;
      await storage.restore();
      if (!storage.isHealthy() && !isSameRun) unreadBefore = now();
      await whateverTheDisk(delivery.releaseStaleClaims);
      await createRecoverCalls({ ...call, isSameBrowserRun: () => Promise.resolve(isSameRun) })();
      await whateverTheDisk(delivery.publishOutbox);
    },
    /** Somebody has cleared `storage.session`: everything that can be is made again from what is stored. */
    publishAgain: async (): Promise<void> => {
      await deps.publishSettings();
      await deps.resumeSignIn();
      await storage.publishAgain();
      await publish();
      deps.readAgain();
    },
    afterStart: async (): Promise<void> => {
      if (!isSameRun) await whateverTheDisk(storage.lookAtAllRows);
    },
    /** The disk can be read and written again. */
    whenHealthy: async (): Promise<void> => {
      await deps.resumeSignIn();
      if (unreadBefore > 0) await recoverEarlier();
      unreadBefore = 0;
      await delivery.releaseStaleClaims();
      await publish();
      detach('delivery, the disk is back', delivery.flush);
    },
  };
}

/** The disk may refuse: then this is made good when it is back. */
async function whateverTheDisk(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isStorageTrouble(error)) throw error;
  }
}
