import { expect, it } from 'vitest';
import { readCallId, readDigits, readPersonId, toOverlayCall } from '@/lib/domain/overlay/overlay';
import { numberOfLink, personWithoutWork, toOverlayPerson, workShown } from '@/lib/domain/queue/shown-person';
import type { Person } from '@/lib/domain/call/person';
import { asId, type AccountId } from '@/lib/domain/core/ids';
import { aCall, aNumber, aPerson, aPersonId, aPersonNumber } from '@/tests/support/builders/builders';
import { aDueWork } from '@/tests/support/builders/view';

const person = aPerson({ personId: aPersonId('7'), accountId: asId<AccountId>('9') });

it.each([
  ['26962', '26962'],
  ['', undefined],
  ['12a', undefined],
  ['1'.repeat(19), undefined],
  [26962, undefined],
  [null, undefined],
  [{ toString: () => '1' }, undefined],
])('of what a page names as a person, %o is read as %o', (given, read) => {
  expect(readPersonId(given)).toBe(read);
});

it('reads ids of calls and digits of links, and nothing longer than they are', () => {
  expect(readCallId('0190-call')).toBe('0190-call');
  expect(readCallId('x'.repeat(65))).toBeUndefined();
  expect(readCallId(['0190'])).toBeUndefined();
  expect(readDigits('tel://+1 (404) 555-0134')).toBe('+14045550134');
  expect(readDigits(`tel:${'1'.repeat(100)}`)).toBe('');
  expect(readDigits(undefined)).toBe('');
});

it('tells of a call what the overlay draws, and no more', () => {
  const call = aCall({ state: 'connected', connectedAt: 5 });
  expect(Object.keys(toOverlayCall(call)).sort()).toEqual(['callId', 'connectedAt', 'held', 'muted', 'name', 'state']);
});

it('makes a row of a person without work, barred as the company is', () => {
  const account = { accountId: asId<AccountId>('9'), name: 'Globex', doNotContact: 'yes' } as const;
  expect(personWithoutWork(person, account)).toMatchObject({
    workId: 'person:7',
    source: { kind: 'none' },
    person: { company: 'Globex', doNotContact: 'yes' },
  });
  expect(personWithoutWork(person, undefined)).toMatchObject({
    person: { company: 'Initech', doNotContact: 'unknown' },
  });
});

it('tells whether somebody may be called, not why', () => {
  const of = (change: Partial<Person>) =>
    toOverlayPerson({ work: aDueWork('Ann', { person: change }), isDue: true, chosenAt: 0 });
  expect(of({})).toEqual({ personId: 'Ann', name: 'Ann', isDue: true, mayCall: true });
  expect(of({ doNotContact: 'yes' }).mayCall).toBe(false);
  expect(of({ callRestricted: 'yes' }).mayCall).toBe(false);
  expect(of({ numbers: [] }).mayCall).toBe(false);
});

it('shows the work that a link names, else what comes first', () => {
  const [first, second] = [
    aDueWork('a1', { person: { personId: aPersonId('7') } }),
    aDueWork('a2', { person: { personId: aPersonId('7') } }),
  ];
  expect(workShown([first, second], aPersonId('7'), 'a2')).toBe(second);
  expect(workShown([first, second], aPersonId('7'), 'a9')).toBe(first);
  expect(workShown([first], aPersonId('8'), '')).toBeUndefined();
});

it('takes a number of a link only if it is one of the person’s', () => {
  const { person: ann } = aDueWork('Ann');
  expect(numberOfLink(ann, '+14045550134')).toBe(aNumber());
  expect(numberOfLink(ann, '4045550134')).toBe(aNumber());
  expect(numberOfLink(ann, '+19005550100')).toBeUndefined();
  expect(numberOfLink(ann, '134')).toBeUndefined();
});

it.each([
  ['tel:+14045550134;ext=22', '+14045550134'],
  ['tel:%2B1%20404%20555%200134,22', '+14045550134'],
  ['callto:(404) 555-0134 x0199', '+14045550134'],
  ['tel:+14045550199', '+14045550199'],
  ['tel:020 7946 0985', '+442079460985'],
  // Both end like this.
  ['tel:5550134', undefined],
  ['tel:;ext=4045550199', undefined],
])('chooses the number meant by %s', (link, e164) => {
  const numbers = ['+14045550199', '+14045550134', '+12125550134', '+442079460985'].map((number) =>
    aPersonNumber({ e164: aNumber(number), raw: 'in one field: 404 555 0199 / 404 555 0134' }),
  );
  expect(numberOfLink(aPerson({ numbers }), link)).toBe(e164);
});
