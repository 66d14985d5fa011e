/**
 * One gate for the whole outbox: the budget is the team's, so one refusal stands for all. While it is closed nothing
 * leaves; after it has opened, the first entry to go is the probe: refused again, it closes the gate again.
 */
export type RateGate = { readonly closedUntil: number };

export const OPEN_GATE: RateGate = { closedUntil: 0 };

const MINUTE_MS = 60_000;
const JITTER_MS = 15_000;

/** Closed till the minute turns, with jitter, or for as long as a Retry-After says. `random` is in [0, 1). */
export function closeGate(now: number, retryAfterSeconds: number, random: number): RateGate {
  const nextMinute = now - (now % MINUTE_MS) + MINUTE_MS;
  return { closedUntil: Math.max(nextMinute, now + retryAfterSeconds * 1_000) + Math.round(random * JITTER_MS) };
}

/** A clock that went back would keep the gate shut for ever: it is never closed longer than it could have been. */
export function isGateOpen(gate: RateGate, now: number): boolean {
  return now >= gate.closedUntil || gate.closedUntil - now > 60 * MINUTE_MS;
}
