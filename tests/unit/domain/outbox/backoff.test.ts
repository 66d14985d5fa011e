import { expect, it } from 'vitest';
import { backoffMs } from '@/lib/domain/outbox/backoff';

it('waits 30 s and doubles, up to a quarter more or less', () => {
  expect([1, 2, 3, 4, 5].map((attempt) => backoffMs(attempt, 0.5))).toEqual([
    30_000, 60_000, 120_000, 240_000, 480_000,
  ]);
  expect(backoffMs(1, 0)).toBe(22_500);
  expect(backoffMs(1, 0.999_999)).toBeLessThanOrEqual(37_500);
});
