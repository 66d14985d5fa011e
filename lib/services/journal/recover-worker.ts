import { isStorageTrouble } from '@/lib/domain/journal/storage-trouble';
import { createRecoverCalls, type RecoverCallsDeps } from '@/lib/services/call/recover-calls';

export type RecoverWorkerDeps = {
  readonly call: Omit<RecoverCallsDeps, 'isSameBrowserRun'>;
  /** Whether a worker has published anything in this browser run. */
  readonly hasPublished: () => Promise<boolean>;
  readonly storage: {
    readonly isHealthy: () => boolean;
    readonly restore: () => Promise<void>;
    readonly publishAgain: () => Promise<void>;
    readonly lookAtAllRows: () => Promise<void>;
  };
  readonly delivery: {
    readonly releaseStaleClaims: () => Promise<void>;
    readonly publishOutbox: () => Promise<void>;
  };
  readonly startFlush: () => void;
  readonly publishSettings: () => Promise<void>;
  /** What Salesloft knows is read again. */
  readonly readAgain: () => Promise<void>;
  /** For somebody who is signed out: a grant that is kept over a restart. */
  readonly resumeSignIn: () => Promise<void>;
};

/** What a worker does about what earlier ones have left: at its start, and again when the disk could not be read then. */
export function createRecoverWorker(deps: RecoverWorkerDeps) {
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
      isSameRun = await deps.hasPublished();
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
      await deps.readAgain();
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
      deps.startFlush();
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
