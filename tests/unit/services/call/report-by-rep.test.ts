import { expect, it } from 'vitest';
import type { Call, CallProgress } from '@/lib/domain/call/call';
import { newCallRecord } from '@/lib/domain/call/call-record';
import { createReportByRep } from '@/lib/services/call/report-by-rep';
import { aCall, aCallId } from '@/tests/support/builders/builders';

function setUp(change: Partial<Call>) {
  const told: CallProgress[] = [];
  const tell = createReportByRep({
    records: { read: () => Promise.resolve(newCallRecord(aCall({ line: 'handoff', lastSeq: 3, ...change }))) },
    track: (progress) => {
      told.push(progress);
      return Promise.resolve();
    },
    now: () => 60_000,
  });
  return { tell, told };
}

it('takes the rep’s word for the answer, once', async () => {
  const { tell, told } = setUp({});
  expect(await tell.answered(aCallId())).toBe(true);
  expect(told).toEqual([{ callId: aCallId(), seq: 4, at: 60_000, event: { kind: 'connected' } }]);
  const again = setUp({ state: 'connected', connectedAt: 50_000 });
  expect(await again.tell.answered(aCallId())).toBe(true);
  expect(again.told).toEqual([]);
});

it('takes the rep’s word for the end, with the time since the answer', async () => {
  const talked = setUp({ state: 'connected', connectedAt: 50_000 });
  await talked.tell.ended(aCallId());
  expect(talked.told[0]?.event).toEqual({ kind: 'ended', reason: 'unknown', connectedMs: 10_000, failure: '' });
  const silent = setUp({});
  await silent.tell.ended(aCallId());
  expect(silent.told[0]?.event).toMatchObject({ connectedMs: 0 });
});

it('has no say in a call of another line, nor in one that is over', async () => {
  for (const change of [{ line: 'sip' }, { state: 'ended' }] as const) {
    const { tell, told } = setUp(change);
    expect([await tell.ended(aCallId()), await tell.answered(aCallId()), told]).toEqual([false, false, []]);
  }
});
