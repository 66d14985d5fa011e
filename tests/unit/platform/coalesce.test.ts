import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { coalesce } from '@/lib/platform/coalesce';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('works once for all that was asked within the gap, and again for what comes after', () => {
  const work = vi.fn();
  const ask = coalesce(work, 100);
  ask();
  ask();
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledTimes(1);
  ask();
  vi.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledTimes(2);
});
