/** What is known of the team's 600 points a minute, shared by every integration of the whole team. */
export type RateBudget = {
  /** Points left at `at`; -1 when Salesloft has not said. */
  readonly remaining: number;
  /** ms since the epoch. */
  readonly at: number;
};

export const UNKNOWN_BUDGET: RateBudget = { remaining: -1, at: 0 };

const TEAM_POINTS = 600;
const MINUTE_MS = 60_000;

/** Below this share reads give way: logs go before reads. */
const READ_RESERVE = 0.3;

export function mayReadNow(budget: RateBudget, now: number): boolean {
  return budget.remaining < 0 || !isThisMinute(budget, now) || budget.remaining >= TEAM_POINTS * READ_RESERVE;
}

/** What was left in an earlier minute says nothing about this one. */
export function isThisMinute({ at }: RateBudget, now: number): boolean {
  return Math.floor(now / MINUTE_MS) === Math.floor(at / MINUTE_MS);
}
