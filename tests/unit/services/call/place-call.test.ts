import { describe, expect, it } from 'vitest';
import type { Person } from '@/lib/domain/call/person';
import type { GuardReason } from '@/lib/domain/guards/dial-rules';
import { DialerError } from '@/lib/domain/core/errors';
import { createPlaceCall, type CallablePerson, type DialRules } from '@/lib/services/call/place-call';
import type { RecheckFindings } from '@/lib/domain/guards/recheck';
import type { PhonePort } from '@/lib/services/call/phone-port';
import type { RepSignIn } from '@/lib/domain/sign-in/rep-sign-in';
import {
  aCallablePerson,
  aCallId,
  anActionSource,
  someGuards,
  aNumber,
  aPersonId,
  aSignedInAccount,
} from '@/tests/support/builders/builders';
import { createMemoryRecords } from '@/tests/support/fakes/memory-records';

type World = {
  account: RepSignIn;
  person: CallablePerson | undefined;
  rules: DialRules;
  seen: RecheckFindings;
  news: Partial<Person>;
  dialFails?: DialerError;
};

function setUp(change: Partial<World> = {}) {
  const world: World = {
    account: aSignedInAccount(),
    person: aCallablePerson(),
    rules: { line: 'practice', noteTemplate: '', guards: someGuards() },
    seen: { doneElsewhere: false, calledByTeam: false },
    news: {},
    ...change,
  };
  const records = createMemoryRecords();
  const dialed: { callId: string; storedBefore: boolean }[] = [];
  const phone: PhonePort = {
    prepare: () => Promise.resolve(),
    dial: ({ callId }) => {
      dialed.push({ callId, storedBefore: records.all().some((record) => record.call.callId === callId) });
      return world.dialFails ? Promise.reject(world.dialFails) : Promise.resolve();
    },
    record: () => Promise.resolve(),
    transfer: () => Promise.resolve(),
    hangUp: () => Promise.resolve(),
    mute: () => Promise.resolve(),
    hold: () => Promise.resolve(),
    sendDigits: () => Promise.resolve(),
    liveCalls: () => Promise.resolve([]),
  };
  const placeCall = createPlaceCall({
    records,
    phone,
    publishCalls: () => Promise.resolve(),
    readSignIn: () => Promise.resolve(world.account),
    findPerson: () => Promise.resolve(world.person),
    readRules: () => Promise.resolve(world.rules),
    recheckPerson: (listed) => Promise.resolve({ ...listed, ...world.news }),
    recheckSalesloft: () => Promise.resolve(world.seen),
    withTimeout: (work) => work,
    underLock: oneAtATime(),
    now: () => 1_000,
  });
  const place = (callId = aCallId(), to = aNumber(), overrides: readonly GuardReason[] = []) =>
    placeCall({ callId, personId: aPersonId(), to, source: anActionSource(), overrides });
  return { place, records, dialed };
}

function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
}

describe('placing a call', () => {
  it('stores the intent before the phone dials', async () => {
    const { place, dialed } = setUp();
    expect(await place()).toEqual({ kind: 'placed' });
    expect(dialed).toEqual([{ callId: aCallId(), storedBefore: true }]);
  });

  it('dials once for the same call asked twice', async () => {
    const { place, dialed } = setUp();
    await place();
    await place();
    expect(dialed).toHaveLength(1);
  });

  it('refuses a second call while one is live', async () => {
    const { place } = setUp();
    await place(aCallId('one'));
    await expect(place(aCallId('two'))).rejects.toMatchObject({ code: 'call-in-progress' });
  });

  it('lets one of two go that are asked for at once', async () => {
    const { place, dialed } = setUp();
    const [one, other] = await Promise.allSettled([place(aCallId('one')), place(aCallId('two'))]);
    expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect(dialed).toHaveLength(1);
  });

  it('refuses a number that Salesloft does not list for the person', async () => {
    const { place, dialed } = setUp();
    await expect(place(aCallId(), aNumber('+19005550100'))).rejects.toMatchObject({ code: 'number-not-on-record' });
    expect(dialed).toEqual([]);
  });

  it.each([
    ['do-not-contact', { doNotContact: 'yes' }],
    ['contact-restricted', { callRestricted: 'yes' }],
  ] as const)('does not call a person who is %s', async (reason, marked) => {
    const { place, dialed } = setUp({ person: aCallablePerson(marked) });
    expect(await place()).toEqual({ kind: 'blocked', reasons: [reason] });
    expect(dialed).toEqual([]);
  });

  it('goes by what Salesloft says now, and by the rep’s word where it says nothing', async () => {
    const marked = setUp({ news: { doNotContact: 'yes' } });
    expect(await marked.place()).toEqual({ kind: 'blocked', reasons: ['do-not-contact'] });
    const { place, dialed, records } = setUp({ news: { doNotContact: 'unknown' } });
    expect(await place()).toEqual({ kind: 'ask', reasons: ['do-not-contact-unknown'] });
    expect(dialed).toEqual([]);
    expect(await place(aCallId(), aNumber(), ['do-not-contact-unknown'])).toEqual({ kind: 'placed' });
    expect(records.all()[0]?.history.at(-1)?.what).toContain('do-not-contact-unknown');
  });

  it('asks, and dials once the rep goes ahead, keeping what was overridden', async () => {
    const { place, records, dialed } = setUp({
      person: aCallablePerson({ doNotContact: 'yes' }),
      rules: { line: 'practice', noteTemplate: '', guards: someGuards({ doNotContact: 'ask' }) },
    });
    expect(await place()).toEqual({ kind: 'ask', reasons: ['do-not-contact'] });
    expect(dialed).toEqual([]);
    expect(await place(aCallId(), aNumber(), ['do-not-contact'])).toEqual({ kind: 'placed' });
    expect(records.all()[0]?.history.at(-1)?.what).toContain('do-not-contact');
  });

  it('asks when the work was done elsewhere, and keeps that it was called all the same', async () => {
    const { place, records } = setUp({ seen: { doneElsewhere: true, calledByTeam: false } });
    expect(await place()).toEqual({ kind: 'ask', reasons: ['done-elsewhere'] });
    expect(await place(aCallId(), aNumber(), ['done-elsewhere'])).toEqual({ kind: 'placed' });
    expect(records.all()[0]?.history.at(-1)?.what).toContain('done-elsewhere');
  });

  it('keeps by whose clock it was too late', async () => {
    const callingHours = { action: 'ask', start: '08:00', end: '21:00', days: [] } as const;
    const { place } = setUp({ rules: { line: 'practice', noteTemplate: '', guards: someGuards({ callingHours }) } });
    // The first second of 1970 is 19:00 in New York.
    expect((await place()).kind).toBe('placed');
    const early = setUp({
      rules: {
        line: 'practice',
        noteTemplate: '',
        guards: someGuards({ callingHours: { ...callingHours, start: '19:30' } }),
      },
    });
    expect(await early.place()).toMatchObject({ kind: 'ask', there: { source: 'locale', minuteOfDay: 19 * 60 } });
    await early.place(aCallId(), aNumber(), ['outside-calling-hours']);
    expect(early.records.all()[0]?.history.at(-1)?.what).toContain('1969-12-31 19:00 (US/Eastern), by locale');
  });

  it('begins the notes as the settings say', async () => {
    const { place, records } = setUp({
      rules: { line: 'practice', noteTemplate: 'Spoke with {name} on', guards: someGuards() },
    });
    await place();
    expect(records.all()[0]?.wrapUp.draft.notes).toMatch(/^Spoke with \S.* on$/);
  });

  it('needs a rep', async () => {
    const { place } = setUp({ account: { state: 'signedOut' } });
    await expect(place()).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  it('goes on while the sign-in has expired: dialing never waits for Salesloft', async () => {
    const { place } = setUp({ account: aSignedInAccount({ state: 'expired' }) });
    expect(await place()).toEqual({ kind: 'placed' });
  });

  it('closes the record when the line refused, so that the next call can be placed', async () => {
    const { place, records } = setUp({ dialFails: new DialerError('microphone-denied') });
    await expect(place()).rejects.toMatchObject({ code: 'microphone-denied' });
    expect(await records.listOpen()).toEqual([]);
  });

  it('keeps the call when the answer of the phone was lost: it may be ringing', async () => {
    const { place, records } = setUp({ dialFails: new DialerError('answer-lost') });
    await place();
    expect(await records.listOpen()).toHaveLength(1);
  });
});
