import { expect, it } from 'vitest';
import { callInHand, isUnfinished, newCallRecord, withHistory } from '@/lib/domain/call/call-record';
import { aCall, aCallId } from '@/tests/support/builders/builders';

const record = (id: string) => newCallRecord(aCall({ callId: aCallId(id) }));

it('has the newest call in hand that no crash has interrupted', () => {
  const interrupted = { ...record('three'), wasInterrupted: true };
  expect(callInHand([record('one'), record('two'), interrupted])?.call.callId).toBe('two');
  expect(callInHand([interrupted])).toBeUndefined();
});

it('is unfinished until it is logged or waived', () => {
  const states = (['none', 'open', 'submitted', 'waived'] as const).map((state) =>
    isUnfinished({ ...record('one'), wrapUp: { ...record('one').wrapUp, state } }),
  );
  expect(states).toEqual([true, true, false, false]);
});

it('remembers what happened, in order', () => {
  expect(withHistory(record('one'), 5, 'ended').history.map((line) => line.what)).toEqual(['placed', 'ended']);
});
