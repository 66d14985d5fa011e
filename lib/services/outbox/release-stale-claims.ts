import { releaseStale } from '@/lib/domain/outbox/settle';
import type { Outbox } from './outbox-port';

export type ReleaseStaleClaimsDeps = {
  readonly outbox: Pick<Outbox, 'listSending' | 'change'>;
  /** The lock of a flush: while it is held here, nobody is sending. */
  readonly underLock: (work: () => Promise<void>) => Promise<void>;
  readonly now: () => number;
};

/** Releases what was left in `sending`: its sender has died with its worker, or the disk refused. */
export function createReleaseStaleClaims({ outbox, underLock, now }: ReleaseStaleClaimsDeps) {
  return (): Promise<void> =>
    underLock(async () => {
      for (const { entryId } of await outbox.listSending())
        await outbox.change(entryId, (current) => releaseStale(current, now()));
    });
}
