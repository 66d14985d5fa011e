import { expect, it } from 'vitest';
import { MESSAGES_AT_ONCE } from '@/lib/domain/overlay/page-bucket';
import { createPageLimit } from '@/lib/services/overlay/limit-pages';

function setUp() {
  const world = { now: 1_000 };
  const limit = createPageLimit(() => world.now);
  const passing = (tabId: number, type: string, times: number): number => {
    let passed = 0;
    for (let time = 0; time < times; time += 1) {
      try {
        limit(tabId, type);
        passed += 1;
      } catch (error) {
        expect(error).toMatchObject({ code: 'rate-limited' });
      }
    }
    return passed;
  };
  return { world, passing };
}

it('lets a page that asks for thirty people have a few', () => {
  const { passing } = setUp();
  expect(passing(1, 'personShown', 30)).toBe(MESSAGES_AT_ONCE);
});

it('keeps tabs apart, and asking apart from hanging up', () => {
  const { passing } = setUp();
  passing(1, 'personShown', 30);
  expect(passing(2, 'personShown', 1)).toBe(1);
  expect(passing(1, 'hangUp', 1)).toBe(1);
  expect(passing(1, 'personShown', 1)).toBe(0);
});

it('hears the page again after a pause', () => {
  const { world, passing } = setUp();
  passing(1, 'personShown', 30);
  world.now += 6_000;
  expect(passing(1, 'personShown', 30)).toBe(2);
});
