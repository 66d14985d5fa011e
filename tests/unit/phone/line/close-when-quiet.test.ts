import { expect, it } from 'vitest';
import { createCloseWhenQuiet } from '@/lib/phone/line/close-when-quiet';

it('closes the phone page when it has been quiet long enough, counted from the last call', () => {
  const world = { now: 0, isIdle: true, closed: 0 };
  const look = createCloseWhenQuiet({
    isIdle: () => world.isIdle,
    close: () => void (world.closed += 1),
    now: () => world.now,
    patienceMs: 100,
  });
  const at = (now: number, isIdle: boolean): number => {
    Object.assign(world, { now, isIdle });
    look();
    return world.closed;
  };
  expect(at(99, true)).toBe(0);
  expect(at(1_000, false)).toBe(0);
  expect(at(1_099, true)).toBe(0);
  expect(at(1_100, true)).toBe(1);
});
