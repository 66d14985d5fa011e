import { callInHand } from '@/lib/domain/call/call-record';
import type { Lease, LeaseClaim } from '@/lib/domain/lease/lease';
import { isLeased } from '@/lib/messaging/leased';
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
    mayAct: async (type: string, claim: unknown): Promise<boolean> => !isLeased(type) || lease.mayAct(asClaim(claim)),
    restore: async (): Promise<void> => {
      await lease.restore(await readSnapshot('lease'));
    },
  };
}

function asClaim(given: unknown): LeaseClaim | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { surfaceId, token } = given as Record<string, unknown>;
  return typeof surfaceId === 'string' && typeof token === 'number' ? { surfaceId, token } : undefined;
}
