import { expect, it } from 'vitest';
import { newCallRecord } from '@/lib/domain/call/call-record';
import { toJournalCall } from '@/lib/domain/journal/journal';
import { aCall, anEndedCall, anEntry, aReceipt } from '@/tests/support/builders/builders';

const ended = newCallRecord(anEndedCall());
const waived = { ...ended, wrapUp: { ...ended.wrapUp, state: 'waived' as const } };
const submitted = { ...ended, wrapUp: { ...ended.wrapUp, state: 'submitted' as const } };

it.each([
  ['live', newCallRecord(aCall()), []],
  ['notLogged', ended, []],
  ['waived', waived, []],
  ['discarded', submitted, [anEntry({ state: 'discarded' })]],
  ['onItsWay', submitted, [anEntry()]],
  ['needsAttention', submitted, [anEntry({ state: 'dead' })]],
  ['receipted', submitted, [anEntry({ state: 'discarded' }), anEntry({ state: 'delivered', receipt: aReceipt() })]],
] as const)('says of a call that it is %s', (state, record, entries) => {
  expect(toJournalCall(record, entries).state).toBe(state);
});

it('tells the call as its log does, for that may have been corrected', () => {
  const entry = anEntry({ state: 'delivered', receipt: aReceipt() });
  const edited = { ...entry, log: { ...entry.log, disposition: 'Busy', duration: 3 } };
  expect(toJournalCall(submitted, [edited])).toMatchObject({
    disposition: 'Busy',
    durationSeconds: 3,
    loggedCallId: '4400',
    ref: entry.ref,
  });
});
