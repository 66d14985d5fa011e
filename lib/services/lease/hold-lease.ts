import {
  grantLease,
  mayActWith,
  releaseLease,
  type Lease,
  type LeaseClaim,
  type LeaseReply,
  type LeaseRequest,
} from '@/lib/domain/lease/lease';

export type HoldLeaseDeps = {
  readonly read: () => Promise<Lease | undefined>;
  /** On disk when it resolves: the next worker must know the token. */
  readonly write: (lease: Lease) => Promise<void>;
  readonly publish: (lease: Lease) => Promise<void>;
  /** A call is in hand, or a dial session runs. */
  readonly isBusy: () => Promise<boolean>;
  /** One change at a time. */
  readonly underLock: (work: () => Promise<void>) => Promise<void>;
};

/** Who may dial: one surface at a time, whoever else is open. */
export function createHoldLease(deps: HoldLeaseDeps) {
  /** The worker is the only writer, so it need not read again what it has read once. */
  let known: Promise<Lease | undefined> | undefined;
  const current = (): Promise<Lease | undefined> => (known ??= deps.read());
  const keep = async (lease: Lease): Promise<void> => {
    await deps.write(lease);
    known = Promise.resolve(lease);
    await deps.publish(lease);
  };

  return {
    acquire: async (wish: LeaseRequest): Promise<LeaseReply> => {
      let reply: LeaseReply = { kind: 'denied', holder: '' };
      await deps.underLock(async () => {
        const before = await current();
        const after = grantLease(before, wish, await deps.isBusy());
        if (after && after !== before) await keep(after);
        reply = after ? { kind: 'granted', token: after.token } : { kind: 'denied', holder: before?.holder ?? '' };
      });
      return reply;
    },
    release: (surfaceId: string): Promise<void> =>
      deps.underLock(async () => {
        const before = await current();
        const after = releaseLease(before, surfaceId);
        if (after && after !== before) await keep(after);
      }),
    mayAct: async (claim: LeaseClaim | undefined): Promise<boolean> => {
      const lease = await current();
      return mayActWith(lease, claim, claim === undefined && (await deps.isBusy()));
    },
    /** At a worker's start. `shown` is what earlier ones have published; one may have died between the disk and the screen. */
    restore: async (shown: Lease | undefined): Promise<void> => {
      const lease = await current();
      if (lease && (lease.token !== shown?.token || lease.holder !== shown.holder)) await deps.publish(lease);
    },
  };
}
