import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import type { Outbox } from './outbox-port';

export type ResumeDeliveryDeps = {
  readonly outbox: Pick<Outbox, 'changePending'>;
  readonly flush: () => Promise<void>;
  readonly now: () => number;
};

/** The rep is back: what waited for that, or for the network, goes now. */
export function createResumeDelivery({ outbox, flush, now }: ResumeDeliveryDeps) {
  return async (): Promise<void> => {
    await outbox.changePending((entry) => (waitedForRep(entry) ? { ...entry, nextTryAt: now(), setAt: now() } : entry));
    await flush();
  };
}

function waitedForRep({ reason }: OutboxEntry): boolean {
  return reason?.code === 'offline' || reason?.code === 'not-signed-in';
}
