import { describe, expect, it } from 'vitest';
import { closeGate, isGateOpen, OPEN_GATE, pauseBeforeRefusal } from '@/lib/domain/outbox/rate-gate';

const NOW = 10 * 60_000 + 20_000;
const NEXT_MINUTE = 11 * 60_000;
const closed = closeGate(OPEN_GATE, NOW, 0, 0);

describe('the gate of the whole outbox', () => {
  it('is open at first', () => {
    expect(isGateOpen(OPEN_GATE, NOW)).toBe(true);
  });

  it('closes till the minute turns, with jitter', () => {
    expect(closed.closedUntil).toBe(NEXT_MINUTE);
    expect(closeGate(OPEN_GATE, NOW, 0, 0.999_999).closedUntil).toBeLessThanOrEqual(NEXT_MINUTE + 15_000);
    expect(isGateOpen(closed, NEXT_MINUTE - 1)).toBe(false);
    expect(isGateOpen(closed, NEXT_MINUTE)).toBe(true);
  });

  it('obeys a longer Retry-After', () => {
    expect(closeGate(OPEN_GATE, NOW, 300, 0).closedUntil).toBe(NOW + 300_000);
  });

  it.each([
    ['an hour', 3_600_000],
    ['a day', 86_400_000],
    ['a second', 1_000],
  ])('opens when the clock goes back by %s', (_words, ms) => {
    expect(isGateOpen(closed, NOW - ms)).toBe(true);
  });
});

describe('pausing before Salesloft has to refuse', () => {
  const left = (remaining: number, at = NOW) => ({ remaining, at, pace: 0 });

  it('goes on while enough is left, and when nothing is known of this minute', () => {
    for (const budget of [left(16), left(-1), left(0, NOW - 60_000)]) {
      expect(pauseBeforeRefusal(OPEN_GATE, budget, NOW, 0.999)).toBe(OPEN_GATE);
    }
  });

  it('stops at the latest with the last point, till the minute turns', () => {
    expect(pauseBeforeRefusal(OPEN_GATE, left(0), NOW, 0).closedUntil).toBe(NEXT_MINUTE);
    expect(pauseBeforeRefusal(OPEN_GATE, left(1), NOW, 0)).toBe(OPEN_GATE);
  });

  it('stops somewhere below the reserve, each client elsewhere', () => {
    expect(isGateOpen(pauseBeforeRefusal(OPEN_GATE, left(7), NOW, 0.1), NOW)).toBe(true);
    expect(isGateOpen(pauseBeforeRefusal(OPEN_GATE, left(7), NOW, 0.9), NOW)).toBe(false);
  });

  it('brakes earlier the faster the team spends, for what is on its way is not counted yet', () => {
    const fast = { ...left(60), pace: 40 };
    expect(isGateOpen(pauseBeforeRefusal(OPEN_GATE, fast, NOW, 0.9), NOW)).toBe(false);
    expect(pauseBeforeRefusal(OPEN_GATE, fast, NOW, 0.3)).toBe(OPEN_GATE);
    expect(pauseBeforeRefusal(OPEN_GATE, { ...fast, remaining: 121 }, NOW, 0.999)).toBe(OPEN_GATE);
  });

  it('leaves more to others after each refusal, and less again after each pause without one', () => {
    const refusedTwice = closeGate(closed, NOW, 0, 0);
    expect([closed.reserve, refusedTwice.reserve]).toEqual([OPEN_GATE.reserve * 2, OPEN_GATE.reserve * 4]);
    const quiet = pauseBeforeRefusal(refusedTwice, left(0), NOW, 0);
    expect(quiet.reserve).toBeLessThan(refusedTwice.reserve);
    expect(pauseBeforeRefusal(OPEN_GATE, left(0), NOW, 0).reserve).toBe(OPEN_GATE.reserve);
  });
});
