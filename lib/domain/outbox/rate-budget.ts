/** What is known of the team's 600 points a minute, shared by every integration of the whole team. */
export type RateBudget = {
  /** Points left at `at`; -1 when Salesloft has not said. */
  readonly remaining: number;
  /** ms since the epoch. */
  readonly at: number;
  /** How many points the whole team spends between two replies to us, at its fastest of late; 0 when not known. */
  readonly pace: number;
};

export const UNKNOWN_BUDGET: RateBudget = { remaining: -1, at: 0, pace: 0 };

const TEAM_POINTS = 600;
const MINUTE_MS = 60_000;

/** A fast moment is remembered over some replies: the ones after it are on their way already. */
const PACE_FADES = 0.8;

/** Below this share reads give way: logs go before reads. */
const READ_RESERVE = 0.3;

export function mayReadNow(budget: RateBudget, now: number): boolean {
  return budget.remaining < 0 || !isThisMinute(budget, now) || budget.remaining >= TEAM_POINTS * READ_RESERVE;
}

/** After a reply that told how many points are left. */
export function followBudget(before: RateBudget, remaining: number, now: number): RateBudget {
  const isSame = before.remaining >= 0 && isThisMinute(before, now);
  const spent = isSame ? Math.max(0, before.remaining - remaining) : 0;
  return { remaining, at: now, pace: Math.max(spent, before.pace * PACE_FADES) };
}

/** What was left in an earlier minute says nothing about this one. */
export function isThisMinute({ at }: Pick<RateBudget, 'at'>, now: number): boolean {
  return Math.floor(now / MINUTE_MS) === Math.floor(at / MINUTE_MS);
}
