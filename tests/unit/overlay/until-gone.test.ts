import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchUntilGone } from '@/lib/overlay/until-gone';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('finds out within two seconds that the extension is gone, and asks no more', () => {
  const isThere = vi.fn(() => true);
  const { signal } = watchUntilGone(isThere);
  vi.advanceTimersByTime(60_000);
  expect(signal.aborted).toBe(false);
  isThere.mockReturnValue(false);
  vi.advanceTimersByTime(2_000);
  expect(signal.aborted).toBe(true);
  const asked = isThere.mock.calls.length;
  vi.advanceTimersByTime(60_000);
  expect(isThere).toHaveBeenCalledTimes(asked);
});

it('tells at once when it is asked', () => {
  const { signal, isGone } = watchUntilGone(() => false);
  expect(isGone()).toBe(true);
  expect(signal.aborted).toBe(true);
});
