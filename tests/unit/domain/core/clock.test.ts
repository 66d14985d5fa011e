import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followClock, isDue, isSameOwner } from '@/lib/domain/outbox/outbox';
import { searchFrom } from '@/lib/domain/outbox/read-back';
import {
  beginAttempt,
  claim,
  releaseStale,
  settle,
  settleReadBack,
  settlingMs,
  SETTLING_MS,
} from '@/lib/domain/outbox/settle';
import { anAdHocEntry, anEntry, aRep } from '@/tests/support/builders/builders';

const HOUR = 3_600_000;
const NOW = 100 * HOUR;
const reason = { code: 'salesloft-timeout', field: '', words: '' } as const;

type Jump = { readonly at: number; readonly by: number };

/**
 * An attempt whose outcome is unknown, and a computer whose clock is set as `jumps` say while the log waits. The worker
 * wakes every ten seconds of true time, and Salesloft, whose clock is right, never has the call. When is it sent again?
 */
function sentAgainAfter(entry: ReturnType<typeof anEntry>, attempts: number, jumps: readonly Jump[]): number {
  const STEP = 10_000;
  const own = (elapsed: number): number =>
    NOW + elapsed + jumps.reduce((sum, { at, by }) => (at <= elapsed ? sum + by : sum), 0);
  const context = (elapsed: number) => ({ now: own(elapsed), salesloftNow: NOW + elapsed, random: 0.5, retries: 5 });
  const begun = beginAttempt({ ...claim(entry), attempts: attempts - 1 }, own(0), NOW);
  let waiting = settle(begun, { kind: 'unknown', reason }, context(0));
  let seenAt = own(0);
  for (let elapsed = STEP; elapsed < 100 * HOUR; elapsed += STEP) {
    if (seenAt > own(elapsed)) waiting = followClock(waiting, own(elapsed));
    seenAt = own(elapsed);
    if (!isDue(waiting, own(elapsed))) continue;
    const next = settleReadBack(claim(waiting), { kind: 'notThere' }, context(elapsed));
    if (next === 'sendNow') return elapsed;
    waiting = next;
  }
  return Infinity;
}

describe('a clock that is set while a log waits', () => {
  const jump = fc.record({
    at: fc.integer({ min: 1, max: 10 * 60_000 }),
    by: fc.constantFrom(-HOUR, HOUR, -24 * HOUR, 24 * HOUR, -90_000, 90_000),
  });
  const jumps = fc.array(jump, { maxLength: 4 });

  it('sends it neither within the settling time nor more than a minute later than planned', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(anEntry(), anAdHocEntry()),
        fc.integer({ min: 1, max: 5 }),
        jumps,
        (entry, attempts, set) => {
          const planned = Math.max(settlingMs(entry), 30_000 * 2 ** (attempts - 1));
          const after = sentAgainAfter(entry, attempts, set);
          expect(after).toBeGreaterThanOrEqual(settlingMs(entry));
          expect(after).toBeLessThanOrEqual(planned + 60_000);
        },
      ),
      { seed: 20, numRuns: 2_000 },
    );
  });

  it('keeps the whole backoff when nobody touches it', () => {
    expect(sentAgainAfter(anAdHocEntry(), 4, [])).toBe(240_000);
  });

  it('makes a claim left by a dead worker wait no longer than the settling time', () => {
    const sent = beginAttempt(claim(anAdHocEntry()), NOW, NOW);
    expect(releaseStale(sent, NOW - HOUR).nextTryAt).toBe(NOW - HOUR + SETTLING_MS.adHoc);
  });

  it('is nothing to a log that is due, or being sent', () => {
    const waiting = anEntry({ setAt: NOW, nextTryAt: NOW + 30_000 });
    expect(followClock(waiting, NOW - HOUR)).toMatchObject({ nextTryAt: NOW - HOUR, setAt: NOW - HOUR });
    expect(followClock(waiting, NOW + 30_000)).toBe(waiting);
    const sending = claim(waiting);
    expect(followClock(sending, NOW - HOUR)).toBe(sending);
  });
});

describe('where a call is looked for', () => {
  const begun = (own: number, there: number) => beginAttempt(anAdHocEntry(), own, there);

  it('is from two minutes before the attempt by Salesloft’s clock', () => {
    expect(searchFrom(begun(NOW, NOW + 7_000), 7_000)).toBe(NOW + 7_000 - 120_000);
  });

  it('is early enough when Salesloft’s time was not known then and ours was ahead', () => {
    expect(searchFrom(begun(NOW + HOUR, NOW + HOUR), -HOUR)).toBe(NOW - 120_000);
  });

  it('is early enough when our clock was set since', () => {
    expect(searchFrom(begun(NOW + HOUR, NOW), 0)).toBe(NOW - 120_000);
  });

  it('is from the call on when no attempt is unknown', () => {
    expect(searchFrom(anEntry({ calledAt: NOW }), 5_000)).toBe(NOW + 5_000 - 120_000);
  });
});

it('two reps are the same only with the same user and the same team', () => {
  const owner = { userGuid: aRep().guid, tenantId: '3' };
  expect([isSameOwner(owner, { ...owner }), isSameOwner(owner, { ...owner, tenantId: '4' })]).toEqual([true, false]);
});
