import { expect, it } from 'vitest';
import { createSalesloftClock } from '@/lib/services/salesloft-clock';

function setUp(kept = new Map<string, unknown>()) {
  const meta = {
    read: <Value>(key: string) => Promise.resolve(kept.get(key) as Value | undefined),
    write: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  };
  return { kept, clock: createSalesloftClock({ meta, now: () => 1_000_000 }) };
}

it('is known to the next worker before its first reply', async () => {
  const first = setUp();
  await first.clock.follow(940_000);
  const second = setUp(first.kept);
  expect(second.clock.now()).toBe(1_000_000);
  await second.clock.restore();
  expect([second.clock.now(), second.clock.offset()]).toEqual([940_000, -60_000]);
});

it('writes nothing down for a second more or less', async () => {
  const { kept, clock } = setUp();
  await clock.follow(999_000);
  await clock.follow(0);
  expect([clock.offset(), kept.size]).toEqual([-1_000, 0]);
});
