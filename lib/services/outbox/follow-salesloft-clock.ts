import { offsetFrom, type ClockOffset, type DatedReply } from '@/lib/domain/outbox/salesloft-clock';

export type SalesloftClockDeps = {
  readonly meta: {
    read<Value>(key: string): Promise<Value | undefined>;
    write(key: string, value: unknown): Promise<void>;
  };
  readonly now: () => number;
};

const KEY = 'salesloft-clock';

/**
 * Salesloft's time, by the offset learnt from its replies. It outlives the worker: an attempt is written down before the
 * first reply of a new one, and is looked for by that time.
 */
export function createSalesloftClock({ meta, now }: SalesloftClockDeps) {
  let offset: ClockOffset = { ms: 0 };
  return {
    now: (): number => now() + offset.ms,
    /** How far Salesloft's clock is ahead of ours, ms. */
    offset: (): number => offset.ms,
    restore: async (): Promise<void> => {
      offset = (await meta.read<ClockOffset>(KEY)) ?? offset;
    },
    follow: async (reply: Omit<DatedReply, 'cameAt'>): Promise<void> => {
      const before = offset;
      offset = offsetFrom({ ...reply, cameAt: now() }, before);
      if (offset.ms !== before.ms) await meta.write(KEY, offset);
    },
  };
}
