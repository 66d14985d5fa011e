import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoggedCall } from '@/lib/domain/core/api-result';
import { asId, type CallId } from '@/lib/domain/core/ids';
import type { JournalCall } from '@/lib/domain/journal/journal';
import { needsNote, reconcile } from '@/lib/domain/journal/reconcile';
import { aLoggedCall } from '@/tests/support/builders/builders';

const NOON = 1_700_000_000_000;

function here(change: Partial<JournalCall> = {}): JournalCall {
  return {
    callId: asId<CallId>('call-1'),
    personId: '501',
    personName: 'Dana Reyes',
    to: '+14045550137',
    calledAt: NOON,
    durationSeconds: 62,
    disposition: 'Connected',
    sentiment: '',
    state: 'receipted',
    completes: { kind: 'none' },
    ref: 'K7MQ-2XWD',
    loggedCallId: '4400',
    ...change,
  };
}

function there(change: Partial<LoggedCall> = {}): LoggedCall {
  return aLoggedCall({
    personId: '501',
    to: '+14045550137',
    duration: 62,
    sentiment: '',
    createdAt: NOON + 70_000,
    ...change,
  });
}

const NO_NOTES = new Map<string, string>();
const ids = (calls: readonly (JournalCall | LoggedCall)[]): string[] =>
  calls.map((call) => ('callId' in call ? call.callId : call.loggedCallId));

describe('comparing a day with Salesloft', () => {
  it.each([
    ['the receipt, whatever was changed there since', here(), there({ disposition: 'Busy', duration: 1 }), NO_NOTES],
    [
      'the action, without a receipt',
      here({ loggedCallId: '', completes: { kind: 'action', actionId: asId('9') } }),
      there({ actionId: '9', to: '1' }),
      NO_NOTES,
    ],
    [
      'the reference in the note',
      here({ loggedCallId: '' }),
      there({ duration: 3 }),
      new Map([['77', 'Hello\n\nref K7MQ-2XWD']]),
    ],
    ['the fields, when there is no note to read', here({ loggedCallId: '' }), there({ noteId: '' }), NO_NOTES],
  ])('knows a call by %s', (_words, call, logged, notes) => {
    expect(ids(reconcile([call], [logged], notes).both)).toEqual(['call-1']);
  });

  it('does not take a call with another reference for ours, however alike', () => {
    const report = reconcile([here({ loggedCallId: '' })], [there()], new Map([['77', 'ref AAAA-BBBB']]));
    expect([ids(report.onlyHere), ids(report.onlyThere)]).toEqual([['call-1'], ['4400']]);
  });

  it('shows what is missing there, and what somebody logged by hand', () => {
    const report = reconcile([here()], [there({ loggedCallId: '5', personId: '777' })], NO_NOTES);
    expect([ids(report.onlyHere), ids(report.onlyThere), report.both, report.twice]).toEqual([
      ['call-1'],
      ['5'],
      [],
      [],
    ]);
  });

  it('finds a double by its reference or by its fields', () => {
    const again = there({ loggedCallId: '4401', noteId: '78', createdAt: NOON + 90_000 });
    const report = reconcile([here()], [again, there()], NO_NOTES);
    expect(report.twice.map(({ call, logged }) => [call.callId, ids(logged)])).toEqual([['call-1', ['4400', '4401']]]);
    expect(report.both).toEqual([]);
  });

  it('takes two like calls to one person for two calls', () => {
    const second = here({
      callId: asId<CallId>('call-2'),
      ref: 'ZZZZ-2222',
      loggedCallId: '4401',
      calledAt: NOON + 300_000,
    });
    const report = reconcile(
      [here(), second],
      [there(), there({ loggedCallId: '4401', createdAt: NOON + 400_000 })],
      NO_NOTES,
    );
    expect(ids(report.both)).toEqual(['call-1', 'call-2']);
  });

  it('leaves a call that is under way out of it', () => {
    const { both, onlyHere } = reconcile([here({ state: 'live', loggedCallId: '' })], [], NO_NOTES);
    expect([...both, ...onlyHere]).toEqual([]);
  });

  it('puts every call into one group, whatever the order they come in', () => {
    const calls = fc.array(
      fc.record({
        person: fc.constantFrom('1', '2'),
        seconds: fc.constantFrom(0, 5),
        receipt: fc.constantFrom('', 'a', 'b'),
      }),
      { maxLength: 6 },
    );
    const logs = fc.array(fc.record({ person: fc.constantFrom('1', '2'), seconds: fc.constantFrom(0, 5) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(calls, logs, fc.integer(), (made, found, shift) => {
        const journal = made.map((one, index) =>
          here({
            callId: asId<CallId>(String(index)),
            personId: one.person,
            durationSeconds: one.seconds,
            loggedCallId: one.receipt,
            ref: '',
            calledAt: NOON + index,
          }),
        );
        const logged = found.map((one, index) =>
          there({
            loggedCallId: ['a', 'b', 'c', 'd', 'e', 'f'][index] ?? '',
            personId: one.person,
            duration: one.seconds,
            createdAt: NOON + index,
          }),
        );
        const report = reconcile(journal, logged, NO_NOTES);
        const there2 = report.twice.flatMap((pair) => pair.logged);
        const here2 = [...report.both, ...report.onlyHere, ...report.twice.map(({ call }) => call)];
        expect(ids(here2).toSorted()).toEqual(ids(journal).toSorted());
        expect(new Set([...ids(report.onlyThere), ...ids(there2)]).size).toBe(report.onlyThere.length + there2.length);
        expect(report.both.length + report.onlyThere.length + there2.length).toBe(logged.length);
        const turned = <One>(list: readonly One[]): One[] =>
          list.map((_one, index) => list.at((index + shift) % list.length) as One);
        expect(reconcile(turned(journal), turned(logged), NO_NOTES)).toEqual(report);
      }),
    );
  });
});

it('asks for no note where a receipt or an action tells enough', () => {
  expect([needsNote([here()], there()), needsNote([], there()), needsNote([], there({ noteId: '' }))]).toEqual([
    false,
    true,
    false,
  ]);
});
