import { revive } from '@/lib/domain/outbox/rep-decision';
import type { Outbox } from './outbox-port';

export type ReviveDeadDeps = {
  readonly outbox: Pick<Outbox, 'counts' | 'changeDead'>;
  readonly flush: () => Promise<void>;
  readonly now: () => number;
};

/** Salesloft answers again: what ran out of tries on outages alone gets one more. */
export function createReviveDead({ outbox, flush, now }: ReviveDeadDeps) {
  return async (): Promise<void> => {
    if ((await outbox.counts()).needsAttention === 0) return;
    if ((await outbox.changeDead((entry) => revive(entry, now()))) > 0) await flush();
  };
}
