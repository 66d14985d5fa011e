import { followBudget, mayReadNow, UNKNOWN_BUDGET, type RateBudget } from '@/lib/domain/outbox/rate-budget';

/** What is left of the team's budget, by Salesloft's latest reply; unknown at the worker's start. */
export function createBudget(now: () => number) {
  let budget = UNKNOWN_BUDGET;
  return {
    current: (): RateBudget => budget,
    /** False while the team's budget is nearly spent: logs go before reads. */
    mayRead: (): boolean => mayReadNow(budget, now()),
    /** `remaining` is negative when the reply did not say. */
    follow: (remaining: number): void => {
      if (remaining >= 0) budget = followBudget(budget, remaining, now());
    },
  };
}
