import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { DialerError } from '@/lib/domain/core/errors';
import type { Lease, LeaseClaim } from '@/lib/domain/lease/lease';
import { isLeased, type sendToWorker } from '@/lib/messaging/client';
import type { CallsView } from '@/lib/domain/call/calls-view';
import type { DialSessionSnapshot } from '@/lib/storage/snapshots/snapshots';

export type LeaseStoreDeps = {
  readonly send: typeof sendToWorker;
  readonly lease: ReadonlySignal<Lease | undefined>;
  readonly calls: ReadonlySignal<CallsView | undefined>;
  readonly sessions: ReadonlySignal<DialSessionSnapshot | undefined>;
  readonly surfaces: {
    isThere(surfaceId: string, patienceMs: number): Promise<boolean>;
    show(surfaceId: string): void;
  };
  readonly surfaceId: string;
};

/** Twice without an answer is gone. A hidden page may take a second to answer; with the pause, all is done in 3 s. */
const PATIENCE_MS = 1_100;
const LOOK_EVERY_MS = 300;

export type LeaseStore = ReturnType<typeof createLeaseStore>;

/** Whether this window may act, and how it comes to. */
export function createLeaseStore(deps: LeaseStoreDeps) {
  const { surfaceId, surfaces } = deps;
  let claim: LeaseClaim | undefined;

  const acquire = async (insteadOf?: string): Promise<boolean> => {
    const reply = await deps.send('lease.acquire', { surfaceId, ...(insteadOf === undefined ? {} : { insteadOf }) });
    claim = reply.kind === 'granted' ? { surfaceId, token: reply.token } : undefined;
    return claim !== undefined;
  };

  const isBusy = computed(
    () => (deps.calls.value?.call ?? null) !== null || deps.sessions.value?.run?.state === 'running',
  );
  /** The window that has what is in hand; undefined when it is this one, or nothing is. */
  const holder = computed(() => {
    const held = deps.lease.value?.holder ?? '';
    return isBusy.value && held !== '' && held !== surfaceId ? held : undefined;
  });

  // A window that has crashed or is frozen frees what it had: nobody waits for it longer than this.
  effect(() => {
    const other = holder.value;
    if (other === undefined) return undefined;
    let misses = 0;
    let isOver = false;
    const look = async (): Promise<void> => {
      misses = (await surfaces.isThere(other, PATIENCE_MS)) ? 0 : misses + 1;
      if (isOver) return;
      if (misses >= 2) await acquire(other);
      else setTimeout(() => void look(), misses === 0 ? LOOK_EVERY_MS : 0);
    };
    void look();
    return () => {
      isOver = true;
    };
  });

  const send: typeof sendToWorker = async (type, input) => {
    if (!isLeased(type)) return deps.send(type, input);
    if (!claim && !(await acquire())) throw new DialerError('lease-lost');
    try {
      return await deps.send(type, input, claim);
    } catch (error) {
      const isLost = error instanceof DialerError && error.code === 'lease-lost';
      // While nothing is in hand another window may have had it meanwhile, and nobody minds.
      if (!isLost || !(await acquire())) throw error;
      return deps.send(type, input, claim);
    }
  };

  return {
    send,
    isElsewhere: computed(() => holder.value !== undefined),
    takeOver: async (): Promise<void> => {
      if (holder.value !== undefined) await acquire(holder.value);
    },
    showOther: (): void => {
      if (holder.value !== undefined) surfaces.show(holder.value);
    },
    /** This window closes: nobody has to wait for it. */
    release: (): void => {
      if (claim) void deps.send('lease.release', { surfaceId }).catch(() => undefined);
    },
  };
}
