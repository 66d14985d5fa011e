import { beforeEach, describe, expect, it } from 'vitest';
import type { RateGate } from '@/lib/domain/outbox/rate-gate';
import { createRateGate } from '@/lib/services/outbox/keep-rate-gate';

const MINUTE = 60_000;

describe('the gate on disk', () => {
  const world = { now: 10 * MINUTE, kept: undefined as RateGate | undefined, remaining: 500 };
  const aGate = () =>
    createRateGate({
      read: () => Promise.resolve(world.kept),
      write: (next) => Promise.resolve(void (world.kept = next)),
      readBudget: () => ({ remaining: world.remaining, at: world.now, pace: 0 }),
      now: () => world.now,
      random: () => 0,
    });
  beforeEach(() => void Object.assign(world, { now: 10 * MINUTE, kept: undefined, remaining: 500 }));

  it('stays closed for a worker started anew, and opens by itself', async () => {
    await aGate().close(0);
    expect(await aGate().mayGo()).toBe(false);
    expect(await aGate().closedUntil()).toBe(11 * MINUTE);
    world.now = 11 * MINUTE;
    expect(await aGate().mayGo()).toBe(true);
    expect(await aGate().closedUntil()).toBe(0);
  });

  it('closes before the last point is asked for', async () => {
    world.remaining = 0;
    expect(await aGate().mayGo()).toBe(false);
    world.remaining = 500;
    expect(await aGate().mayGo()).toBe(false);
    world.now = 11 * MINUTE;
    expect(await aGate().mayGo()).toBe(true);
  });
});
