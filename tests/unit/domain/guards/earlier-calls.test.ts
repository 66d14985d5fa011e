import { expect, it } from 'vitest';
import type { Call } from '@/lib/domain/call/call';
import { failedDays, lastDialedAt } from '@/lib/domain/guards/earlier-calls';
import { aCall, aNumber } from '@/tests/support/builders/builders';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 23, 17, 0);
const ended = (daysAgo: number, endReason: Call['endReason'], to = aNumber()) =>
  aCall({ state: 'ended', placedAt: NOON - daysAgo * DAY, to, ...(endReason ? { endReason } : {}) });

it('knows when the person was last dialed; an attempt that never left does not count', () => {
  expect(lastDialedAt([])).toBe(0);
  expect(lastDialedAt([aCall({ placedAt: NOON }), ended(1, 'noAnswer')])).toBe(NOON - DAY);
});

it('counts the days on which a number failed, until something else came of it', () => {
  const failed = [ended(0, 'failed'), ended(0, 'failed'), ended(1, 'failed'), ended(2, 'noAnswer'), ended(3, 'failed')];
  expect(failedDays(failed, aNumber(), 'US/Eastern')).toBe(2);
  expect(failedDays([ended(0, 'busy'), ...failed], aNumber(), 'US/Eastern')).toBe(0);
  expect(failedDays(failed, aNumber('+14045550135'), 'US/Eastern')).toBe(0);
});

it('counts a day on which a network blocked the call; a call that was cut off before the answer says nothing', () => {
  const calls = [ended(0, 'lost'), ended(0, 'blocked'), ended(1, 'lost'), ended(1, 'failed'), ended(2, 'blocked')];
  expect(failedDays(calls, aNumber(), 'US/Eastern')).toBe(3);
  const talked = aCall({ state: 'ended', endReason: 'lost', placedAt: NOON, connectedAt: NOON });
  expect(failedDays([talked, ...calls], aNumber(), 'US/Eastern')).toBe(0);
});
