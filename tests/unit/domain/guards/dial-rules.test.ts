import { describe, expect, it } from 'vitest';
import { countryOfNumber } from '@/lib/domain/geography/number-zones';
import { placeOf, whereabouts } from '@/lib/domain/geography/whereabouts';
import { aPerson, someGuards } from '@/tests/support/builders/builders';
import { checkDial, type DialFacts, type DialGuards } from '@/lib/domain/guards/dial-rules';
import { asId, type E164 } from '@/lib/domain/core/ids';

const guards: DialGuards = { ...someGuards(), callingHours: { action: 'ask', start: '08:00', end: '21:00', days: [] } };

/** Monday 23 November 2026, 15:00 in New York. */
const MONDAY_AFTERNOON = Date.UTC(2026, 10, 23, 20, 0);

function facts(change: Partial<DialFacts> = {}): DialFacts {
  return {
    to: asId<E164>('+14045550134'),
    words: '',
    whereabouts: [{ source: 'locale', zones: ['US/Eastern'] }],
    countries: ['US'],
    repTimeZone: 'US/Pacific',
    person: aPerson(),
    lastCalledAt: 0,
    failedDays: 0,
    calledByTeam: false,
    doneElsewhere: false,
    dialsThisMinute: [],
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
    ['do-not-contact', { person: aPerson({ doNotContact: 'yes' }) }],
    ['contact-restricted', { person: aPerson({ callRestricted: 'yes' }) }],
    ['too-many-today', { dialsToday: 400 }],
  ] as const)('blocks: %s', (reason, change) => {
    expect(checkDial(facts(change), guards)).toEqual({ kind: 'blocked', reasons: [reason] });
  });

  it.each([
    ['done-elsewhere', { doneElsewhere: true }],
    ['called-by-team-today', { calledByTeam: true }],
    ['number-keeps-failing', { failedDays: 2 }],
  ] as const)('asks: %s', (reason, change) => {
    expect(checkDial(facts(change), guards)).toEqual({ kind: 'ask', reasons: [reason] });
  });

  it.each([
    ['do-not-contact-unknown', { doNotContact: 'unknown' }],
    ['contact-restricted-unknown', { callRestricted: 'unknown' }],
  ] as const)('asks even where the guard blocks, and is silent where it allows: %s', (reason, change) => {
    const unknown = facts({ person: aPerson(change) });
    const open = { ...guards, doNotContact: 'allow', contactRestriction: 'allow' } as const;
    expect(checkDial(unknown, guards)).toEqual({ kind: 'ask', reasons: [reason] });
    expect(checkDial(unknown, open)).toEqual({ kind: 'allowed' });
  });

  it('asks about what stands beside the number, and quotes it', () => {
    expect(checkDial(facts({ words: 'DO NOT CALL' }), guards)).toEqual({
      kind: 'ask',
      reasons: ['number-says-no'],
      words: 'DO NOT CALL',
    });
    expect(checkDial(facts({ words: 'direct' }), guards)).toEqual({ kind: 'allowed' });
  });

  it('brakes, and says when the next one may go', () => {
    const ago = [50, 40, 30, 20, 10].map((seconds) => MONDAY_AFTERNOON - seconds * 1_000);
    const freeAt = MONDAY_AFTERNOON - 40_000 + 60_000;
    expect(checkDial(facts({ dialsThisMinute: ago }), guards)).toEqual({
      kind: 'blocked',
      reasons: ['too-many-this-minute'],
      freeAt,
    });
    expect(checkDial(facts({ dialsThisMinute: ago.slice(2) }), guards).kind).toBe('allowed');
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
    expect(checkDial(facts({ now: sunday }), weekdays)).toMatchObject({
      kind: 'ask',
      reasons: ['outside-calling-hours'],
    });
  });

  it.each([[[]], [['Mars/Olympus']]])('asks when the zone is unknown (%o)', (zones) => {
    const nowhere = facts({ whereabouts: [{ source: 'locale', zones }] });
    expect(checkDial(nowhere, guards)).toEqual({ kind: 'ask', reasons: ['time-zone-unknown'] });
  });

  it('blocks a date and a region by the list', () => {
    const strict = { ...guards, blockedDates: ['2026-11-23'], blockedRegions: ['+1404'] };
    const byCountry = { ...guards, blockedRegions: ['US'] };
    expect(checkDial(facts(), byCountry)).toEqual({ kind: 'blocked', reasons: ['blocked-region'] });
    expect(checkDial(facts(), strict)).toEqual({ kind: 'blocked', reasons: ['blocked-date', 'blocked-region'] });
  });

  it('asks before calling the same person again within the gap', () => {
    const recent = facts({ lastCalledAt: MONDAY_AFTERNOON - 59 * 60_000 });
    expect(checkDial(recent, guards)).toEqual({ kind: 'ask', reasons: ['called-recently'] });
    expect(checkDial({ ...recent, lastCalledAt: MONDAY_AFTERNOON - 60 * 60_000 }, guards).kind).toBe('allowed');
  });

  it('says the block alone when there is a question too', () => {
    const both = facts({ person: aPerson({ doNotContact: 'yes' }), whereabouts: [] });
    expect(checkDial(both, guards)).toEqual({ kind: 'blocked', reasons: ['do-not-contact'] });
  });

  it('is quiet when everything is allowed', () => {
    const open: DialGuards = {
      ...guards,
      doNotContact: 'allow',
      contactRestriction: 'allow',
      callingHours: { ...guards.callingHours, action: 'allow' },
    };
    expect(
      checkDial(facts({ person: aPerson({ doNotContact: 'yes', callRestricted: 'yes' }), whereabouts: [] }), open).kind,
    ).toBe('allowed');
  });
});

describe('whose clock decides', () => {
  const NINE_IN_NEW_YORK = Date.UTC(2026, 10, 23, 14, 0);
  const TEN_IN_NEW_YORK = NINE_IN_NEW_YORK + 3_600_000;
  const to = (number: string) => asId<E164>(number);
  const at = (now: number, timeZone: string, [country, state]: readonly [string, string], number: string) => {
    const place = placeOf(country, state, [countryOfNumber(to(number), '')]);
    return checkDial(
      facts({ now, whereabouts: whereabouts({ timeZone, ...(place ? { place } : {}) }, to(number), '') }),
      guards,
    );
  };
  const asked = (source: string, minuteOfDay: number) => ({ kind: 'ask', there: { source, minuteOfDay } });

  it('the person’s own zone stands over all', () => {
    expect(at(NINE_IN_NEW_YORK, 'US/Eastern', ['US', 'California'], '+14155550134').kind).toBe('allowed');
    expect(at(NINE_IN_NEW_YORK, 'US/Pacific', ['US', 'NY'], '+12125550134')).toMatchObject(asked('locale', 360));
  });

  it('then the state stands over the number', () => {
    expect(at(NINE_IN_NEW_YORK, '', ['US', 'CA'], '+12125550134')).toMatchObject(asked('place', 360));
    expect(at(NINE_IN_NEW_YORK, '', ['', 'new york'], '+14155550134').kind).toBe('allowed');
  });

  it('then the number', () => {
    expect(at(NINE_IN_NEW_YORK, '', ['', ''], '+12125550134').kind).toBe('allowed');
    expect(at(NINE_IN_NEW_YORK, '', ['', ''], '+14155550134')).toMatchObject(asked('number', 360));
  });

  it('a country that spans many zones leaves it to the number, where that is surer', () => {
    expect(at(NINE_IN_NEW_YORK, '', ['US', ''], '+12125550134').kind).toBe('allowed');
    expect(at(NINE_IN_NEW_YORK, '', ['US', ''], '+18005550134')).toMatchObject({
      kind: 'ask',
      there: { source: 'place' },
    });
    // Two hours past noon in New York it is time in Honolulu too.
    expect(at(NINE_IN_NEW_YORK + 5 * 3_600_000, '', ['US', ''], '+18005550134').kind).toBe('allowed');
  });

  it('a state on a border goes by the part that the area code names, and else by the stricter', () => {
    expect(at(NINE_IN_NEW_YORK, '', ['US', 'Indiana'], '+13175550134').kind).toBe('allowed');
    // Half past eight in the morning and half past nine in the evening, Eastern: wrong in one half of Kentucky each.
    expect(at(NINE_IN_NEW_YORK - 1_800_000, '', ['US', 'Kentucky'], '+12705550134')).toMatchObject(asked('place', 450));
    const late = NINE_IN_NEW_YORK + 12.5 * 3_600_000;
    expect(at(late, '', ['US', 'Kentucky'], '+12707375550')).toMatchObject(asked('place', 1290));
    expect(at(late, '', ['', ''], '+12707375550')).toMatchObject(asked('number', 1290));
    expect(at(late, 'America/Chicago', ['US', 'Kentucky'], '+12707375550').kind).toBe('allowed');
    expect(at(NINE_IN_NEW_YORK, '', ['US', 'Kansas'], '+17855550134')).toMatchObject(asked('place', 420));
    expect(at(TEN_IN_NEW_YORK, '', ['US', 'Kansas'], '+17855550134').kind).toBe('allowed');
  });
});
