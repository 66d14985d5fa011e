import { describe, expect, it } from 'vitest';
import { closeGate, isGateOpen, OPEN_GATE } from '@/lib/domain/rate-gate';

const NOW = 10 * 60_000 + 20_000;

describe('the gate of the whole outbox', () => {
  it('is open at first', () => {
    expect(isGateOpen(OPEN_GATE, NOW)).toBe(true);
  });

  it('closes till the minute turns, with jitter', () => {
    expect(closeGate(NOW, 0, 0)).toEqual({ closedUntil: 11 * 60_000 });
    expect(closeGate(NOW, 0, 0.999_999).closedUntil).toBeLessThanOrEqual(11 * 60_000 + 15_000);
    expect(isGateOpen(closeGate(NOW, 0, 0), 11 * 60_000 - 1)).toBe(false);
    expect(isGateOpen(closeGate(NOW, 0, 0), 11 * 60_000)).toBe(true);
  });

  it('obeys a longer Retry-After', () => {
    expect(closeGate(NOW, 300, 0)).toEqual({ closedUntil: NOW + 300_000 });
  });

  it('does not stay shut for a clock that went back', () => {
    expect(isGateOpen(closeGate(NOW + 86_400_000, 0, 0), NOW)).toBe(true);
  });
});
