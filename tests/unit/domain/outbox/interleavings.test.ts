import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAdHocEntry, anEntry } from '@/tests/support/builders/builders';
import type { Rules } from './interleavings/model';
import { search, walk } from './interleavings/search';

/**
 * Every interleaving of one log's delivery, on the functions that the extension runs: crashes at any step, answers lost
 * before and after the commit, errors after it, requests that commit late, lists that lag, 429, an action used elsewhere.
 */
const S = 1_000;
const RULES: Rules = {
  commitDelays: [5 * S, 30 * S, 60 * S],
  readLags: [0, 5 * S],
  crashes: 3,
  posts: 6,
  retries: 5,
  mayBeUsedElsewhere: false,
  isBlind: false,
};
/** Requests that commit, and lists that show it, far later than any settling time. */
const LATE = { commitDelays: [600 * S], readLags: [0, 120 * S], crashes: 1, posts: 3 };
const LONG_SEARCH_MS = 30_000;

describe('a log that completes an action', () => {
  it.each([
    ['requests and lists in time', { crashes: 2, posts: 4 }],
    ['requests and lists later than any settling time', LATE],
    ['the action used elsewhere meanwhile', { commitDelays: [30 * S], mayBeUsedElsewhere: true, crashes: 2, posts: 3 }],
  ])(
    'is never lost, never doubled, never wrongly receipted: %s',
    (_words, change) => {
      const found = search(anEntry(), { ...RULES, ...change });
      expect(found).toMatchObject({ doubled: 0, lost: 0, falseReceipts: 0 });
      expect(found.delivered).toBeGreaterThan(0);
      expect(found.states).toBeGreaterThan(1_000);
    },
    LONG_SEARCH_MS,
  );
});

describe('a log that completes nothing', () => {
  it(
    'is never lost, never doubled, nor put before the rep in vain, while Salesloft shows a call within the settling time',
    () => {
      const found = search(anAdHocEntry(), RULES);
      expect(found).toMatchObject({ doubled: 0, lost: 0, falseReceipts: 0, askedInVain: 0 });
      expect(found.delivered).toBeGreaterThan(0);
      expect(found.states).toBeGreaterThan(1_000);
    },
    LONG_SEARCH_MS,
  );

  it(
    'can be doubled by a call shown later than that: the hole that docs/delivery.md names',
    () => {
      const found = search(anAdHocEntry(), { ...RULES, ...LATE });
      expect(found).toMatchObject({ lost: 0, falseReceipts: 0 });
      expect(found.doubled).toBeGreaterThan(0);
    },
    LONG_SEARCH_MS,
  );
});

/** Delays that no list of ours names, more crashes and more posts than an exhaustive search can afford. */
describe('any log, at random', () => {
  const ms = (most: number) => fc.array(fc.nat(most), { minLength: 1, maxLength: 4 });
  const choices = fc.array(fc.nat(1_000), { minLength: 20, maxLength: 120 });
  const MORE = { ...RULES, crashes: 12, posts: 20 };

  it(
    'is never lost, doubled nor wrongly receipted when it completes an action, however late Salesloft is',
    () => {
      fc.assert(
        fc.property(
          ms(3_600 * S),
          ms(3_600 * S),
          fc.boolean(),
          choices,
          (commitDelays, readLags, mayBeUsedElsewhere, steps) => {
            const found = walk(anEntry(), { ...MORE, commitDelays, readLags, mayBeUsedElsewhere }, steps);
            expect(found).toMatchObject({ doubled: 0, lost: 0, falseReceipts: 0 });
          },
        ),
        { numRuns: 2_000 },
      );
    },
    LONG_SEARCH_MS,
  );

  it(
    'is never lost, doubled nor wrongly receipted when it completes nothing, while Salesloft keeps to the settling time',
    () => {
      fc.assert(
        fc.property(ms(60 * S), ms(5 * S), choices, (commitDelays, readLags, steps) => {
          const found = walk(anAdHocEntry(), { ...MORE, commitDelays, readLags }, steps);
          expect(found).toMatchObject({ doubled: 0, lost: 0, falseReceipts: 0 });
        }),
        { numRuns: 2_000 },
      );
    },
    LONG_SEARCH_MS,
  );

  it(
    'would show the double of a delivery that writes again without reading',
    () => {
      const isDoubled = fc.property(
        choices,
        (steps) => walk(anAdHocEntry(), { ...MORE, isBlind: true }, steps).doubled === 0,
      );
      expect(fc.check(isDoubled, { numRuns: 2_000 }).failed).toBe(true);
    },
    LONG_SEARCH_MS,
  );
});

describe('the search itself', () => {
  it('finds the double of a delivery that writes again without reading', () => {
    expect(search(anAdHocEntry(), { ...RULES, crashes: 1, posts: 3, isBlind: true }).doubled).toBeGreaterThan(0);
  });
});
