import { describe, expect, it } from 'vitest';
import { checkDial, type DialFacts, type DialGuards } from '@/lib/domain/dial-rules';
import { asId, type E164 } from '@/lib/domain/ids';

const guards: DialGuards = {
  doNotContact: 'block',
  contactRestriction: 'block',
  callingHours: { action: 'ask', start: '08:00', end: '21:00', days: [] },
  blockedDates: [],
  blockedRegions: [],
  maxPerMinute: 4,
  maxPerDay: 400,
  recallGapMinutes: 60,
};

/** Monday 23 November 2026, 15:00 in New York. */
const MONDAY_AFTERNOON = Date.UTC(2026, 10, 23, 20, 0);

function facts(change: Partial<DialFacts> = {}): DialFacts {
  return {
    to: asId<E164>('+14045550134'),
    timeZone: 'US/Eastern',
    repTimeZone: 'US/Pacific',
    doNotContact: false,
    callRestricted: false,
    lastCalledAt: 0,
    dialsThisMinute: 0,
    dialsToday: 0,
    now: MONDAY_AFTERNOON,
    ...change,
  };
}

describe('may this number be dialed now', () => {
  it('lets an ordinary call through', () => {
    expect(checkDial(facts(), guards)).toEqual({ kind: 'allowed' });
  });

  it.each([
    ['do-not-contact', { doNotContact: true }],
    ['contact-restricted', { callRestricted: true }],
    ['too-many-this-minute', { dialsThisMinute: 4 }],
    ['too-many-today', { dialsToday: 400 }],
  ] as const)('blocks: %s', (reason, change) => {
    expect(checkDial(facts(change), guards)).toEqual({ kind: 'blocked', reasons: [reason] });
  });

  it.each([
    ['20:59 is still time', Date.UTC(2026, 10, 24, 1, 59), 'allowed'],
    ['21:00 is too late', Date.UTC(2026, 10, 24, 2, 0), 'ask'],
    ['7:59 is too early', Date.UTC(2026, 10, 23, 12, 59), 'ask'],
    ['8:00 is time', Date.UTC(2026, 10, 23, 13, 0), 'allowed'],
  ] as const)('asks by the clock of the person: %s', (_words, now, kind) => {
    expect(checkDial(facts({ now }), guards).kind).toBe(kind);
  });

  it('asks on a day that is not a calling day there', () => {
    const weekdays = { ...guards, callingHours: { ...guards.callingHours, days: [1, 2, 3, 4, 5] } };
    const sunday = MONDAY_AFTERNOON - 24 * 3_600_000;
    expect(checkDial(facts({ now: sunday }), weekdays)).toEqual({ kind: 'ask', reasons: ['outside-calling-hours'] });
  });

  it.each(['', 'Mars/Olympus'])('asks when the zone is unknown (%o)', (timeZone) => {
    expect(checkDial(facts({ timeZone }), guards)).toEqual({ kind: 'ask', reasons: ['time-zone-unknown'] });
  });

  it('blocks a date and a region by the list', () => {
    const strict = { ...guards, blockedDates: ['2026-11-23'], blockedRegions: ['+1404'] };
    expect(checkDial(facts(), strict)).toEqual({ kind: 'blocked', reasons: ['blocked-date', 'blocked-region'] });
  });

  it('asks before calling the same person again within the gap', () => {
    const recent = facts({ lastCalledAt: MONDAY_AFTERNOON - 59 * 60_000 });
    expect(checkDial(recent, guards)).toEqual({ kind: 'ask', reasons: ['called-recently'] });
    expect(checkDial({ ...recent, lastCalledAt: MONDAY_AFTERNOON - 60 * 60_000 }, guards).kind).toBe('allowed');
  });

  it('says the block alone when there is a question too', () => {
    const both = facts({ doNotContact: true, timeZone: '' });
    expect(checkDial(both, guards)).toEqual({ kind: 'blocked', reasons: ['do-not-contact'] });
  });

  it('is quiet when everything is allowed', () => {
    const open: DialGuards = {
      ...guards,
      doNotContact: 'allow',
      contactRestriction: 'allow',
      callingHours: { ...guards.callingHours, action: 'allow' },
    };
    expect(checkDial(facts({ doNotContact: true, callRestricted: true, timeZone: '' }), open).kind).toBe('allowed');
  });
});
