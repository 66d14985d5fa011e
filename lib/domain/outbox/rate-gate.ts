import { isThisMinute, type RateBudget } from './rate-budget';

/**
 * One gate for the whole outbox: the budget is the team's, so one refusal stands for all. While it is closed nothing
 * leaves; when it opens, one entry goes ahead: refused again, it closes the gate again.
 */
export type RateGate = {
  readonly closedUntil: number;
  /** Clock when it was closed: a clock that went back opens it. */
  readonly setAt: number;
  /** Points left to the other clients of the team: doubled by each refusal, lessened by each pause without one. */
  readonly reserve: number;
};

/** What others have on their way comes on top of what Salesloft has counted: the faster the team, the earlier the brake. */
const STOPPING_PACES = 3;

const RESERVE = { least: 15, most: 240 } as const;

export const OPEN_GATE: RateGate = { closedUntil: 0, setAt: 0, reserve: RESERVE.least };

const MINUTE_MS = 60_000;
const JITTER_MS = { refused: 15_000, spent: 5_000 } as const;

/** After a refusal: closed till the minute turns, with jitter, or for as long as a Retry-After says. `random` is in [0, 1). */
export function closeGate(gate: RateGate, now: number, retryAfterSeconds: number, random: number): RateGate {
  return {
    closedUntil: Math.max(nextMinute(now), now + retryAfterSeconds * 1_000) + Math.round(random * JITTER_MS.refused),
    setAt: now,
    reserve: Math.min(RESERVE.most, reserveOf(gate) * 2),
  };
}

/**
 * Closes the gate before Salesloft has to refuse; the same gate while enough is left. Many clients see the same number at
 * once, so each stops somewhere else below the reserve, which grows with the team's pace.
 */
export function pauseBeforeRefusal(gate: RateGate, budget: RateBudget, now: number, random: number): RateGate {
  if (budget.remaining < 0 || !isThisMinute(budget, now)) return gate;
  const reserve = Math.max(reserveOf(gate), budget.pace * STOPPING_PACES);
  if (budget.remaining > 0 && budget.remaining > reserve * random) return gate;
  return {
    closedUntil: nextMinute(now) + Math.round(random * JITTER_MS.spent),
    setAt: now,
    reserve: Math.max(RESERVE.least, reserveOf(gate) - RESERVE.least),
  };
}

export function isGateOpen(gate: RateGate, now: number): boolean {
  return now >= gate.closedUntil || now < gate.setAt;
}

/** A gate written by an earlier version knows no reserve. */
function reserveOf(gate: Partial<RateGate>): number {
  return gate.reserve ?? RESERVE.least;
}

function nextMinute(now: number): number {
  return now - (now % MINUTE_MS) + MINUTE_MS;
}
