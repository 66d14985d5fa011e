import { callInHand } from '@/lib/domain/call/call-record';
import { readClaim, type Lease } from '@/lib/domain/lease/lease';
import { underLock } from '@/lib/platform/locks';
import type { CallRecords } from '@/lib/services/call/calls-port';
import { createHoldLease } from '@/lib/services/lease/hold-lease';
import type { MetaStore } from '@/lib/storage/stores/stored-meta';
import type { PublishSnapshot } from '@/lib/storage/snapshots/publish-snapshots';
import { readSnapshot } from '@/lib/storage/snapshots/snapshots';

const KEY = 'lease';

/** One dialer at a time, whatever windows are open. */
export function assembleLease(deps: {
  readonly meta: MetaStore;
  readonly records: Pick<CallRecords, 'listOpen'>;
  readonly publish: PublishSnapshot;
}) {
  const { meta, records, publish } = deps;
  const lease = createHoldLease({
    read: () => meta.read<Lease>(KEY),
    write: (next) => meta.write(KEY, next),
    publish: (next) => publish('lease', next),
    isBusy: async () =>
      callInHand(await records.listOpen()) !== undefined ||
      (await readSnapshot('dialSession'))?.run?.state === 'running',
    underLock: (work) => underLock('lease', work),
  });
  return {
    ...lease,
    mayAct: (claim: unknown): Promise<boolean> => lease.mayAct(readClaim(claim)),
    restore: async (): Promise<void> => {
      await lease.restore(await readSnapshot('lease'));
    },
  };
}
