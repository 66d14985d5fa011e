import { expect, it } from 'vitest';
import { followBudget, mayReadNow, UNKNOWN_BUDGET } from '@/lib/domain/outbox/rate-budget';

const AT = 5 * 60_000 + 10_000;

it.each([
  ['nothing is known', UNKNOWN_BUDGET, AT, true],
  ['plenty is left', { remaining: 400, at: AT, pace: 0 }, AT + 1_000, true],
  ['less than a third is left', { remaining: 179, at: AT, pace: 0 }, AT + 1_000, false],
  ['the minute has turned since', { remaining: 3, at: AT, pace: 0 }, 6 * 60_000, true],
])('reads when %s: %o', (_words, budget, now, mayRead) => {
  expect(mayReadNow(budget, now)).toBe(mayRead);
});

it('learns the team’s pace from what goes between two replies, and forgets it slowly', () => {
  const first = followBudget(UNKNOWN_BUDGET, 500, AT);
  expect(first).toEqual({ remaining: 500, at: AT, pace: 0 });
  const fast = followBudget(first, 450, AT + 200);
  expect(fast.pace).toBe(50);
  expect(followBudget(fast, 449, AT + 400).pace).toBe(40);
  // The budget is full again: nothing was spent below zero.
  expect(followBudget(fast, 599, 6 * 60_000)).toEqual({ remaining: 599, at: 6 * 60_000, pace: 40 });
});
