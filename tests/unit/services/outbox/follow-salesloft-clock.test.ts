import { expect, it } from 'vitest';
import { createSalesloftClock } from '@/lib/services/outbox/follow-salesloft-clock';

function setUp(kept = new Map<string, unknown>()) {
  const meta = {
    read: <Value>(key: string) => Promise.resolve(kept.get(key) as Value | undefined),
    write: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  };
  return { kept, clock: createSalesloftClock({ meta, now: () => 1_000_000 }) };
}

it('is known to the next worker before its first reply', async () => {
  const first = setUp();
  await first.clock.follow({ serverAt: 940_000, askedAt: 1_000_000 });
  const second = setUp(first.kept);
  expect(second.clock.now()).toBe(1_000_000);
  await second.clock.restore();
  expect([second.clock.now(), second.clock.offset()]).toEqual([940_999, -59_001]);
});

it('writes nothing down for what it knows already', async () => {
  const { kept, clock } = setUp();
  await clock.follow({ serverAt: 999_000, askedAt: 999_900 });
  await clock.follow({ serverAt: 0, askedAt: 999_900 });
  expect([clock.offset(), kept.size]).toEqual([0, 0]);
});
