import { expect, it } from 'vitest';
import { mayReadNow, UNKNOWN_BUDGET } from '@/lib/domain/rate-budget';

const AT = 5 * 60_000 + 10_000;

it.each([
  ['nothing is known', UNKNOWN_BUDGET, AT, true],
  ['plenty is left', { remaining: 400, at: AT }, AT + 1_000, true],
  ['less than a third is left', { remaining: 179, at: AT }, AT + 1_000, false],
  ['the minute has turned since', { remaining: 3, at: AT }, 6 * 60_000, true],
])('reads when %s: %o', (_words, budget, now, mayRead) => {
  expect(mayReadNow(budget, now)).toBe(mayRead);
});
