import { offsetFrom, type ClockOffset } from '@/lib/domain/salesloft-clock';

export type SalesloftClockDeps = {
  readonly meta: { read<Value>(key: string): Promise<Value | undefined>; write(key: string, value: unknown): Promise<void> };
  readonly now: () => number;
};

const KEY = 'salesloft-clock';
/** A reply's date has whole seconds, and was under way: less than this is no change. */
const WORTH_KEEPING_MS = 3_000;

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
    /** `serverAt` is the date of a reply; 0 when it had none. */
    follow: async (serverAt: number): Promise<void> => {
      const before = offset;
      offset = offsetFrom(serverAt, now(), before);
      if (Math.abs(offset.ms - before.ms) >= WORTH_KEEPING_MS) await meta.write(KEY, offset);
    },
  };
}
