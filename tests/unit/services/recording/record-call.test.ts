import { describe, expect, it } from 'vitest';
import type { ApiResult } from '@/lib/domain/core/api-result';
import type { Call } from '@/lib/domain/call/call';
import { newCallRecord } from '@/lib/domain/call/call-record';
import { createRecordCall } from '@/lib/services/recording/record-call';
import { aCall, aCallId } from '@/tests/support/builders/builders';
import { createFakePhonePort } from '@/tests/support/fakes/fake-phone-port';
import { createMemoryRecords } from '@/tests/support/fakes/memory-records';

const YES: ApiResult<boolean> = { ok: true, value: true };
const NO: ApiResult<boolean> = { ok: true, value: false };
const SILENT: ApiResult<boolean> = {
  ok: false,
  failure: { kind: 'noAnswer', code: 'salesloft-unreachable', status: 0, words: '', fields: {}, retryAfterSeconds: 0 },
};

async function setUp(
  change: {
    mode?: 'off' | 'provider' | 'local';
    isDisabled?: boolean;
    number?: ApiResult<boolean>;
    call?: Partial<Call>;
  } = {},
) {
  const records = createMemoryRecords();
  const call = aCall({ state: 'connected', placedAt: Date.UTC(2026, 10, 26, 9, 5), ...change.call });
  await records.open(call, '');
  await records.change(call.callId, () => newCallRecord(call));
  const phone = createFakePhonePort();
  const asked: string[] = [];
  const record = createRecordCall({
    records,
    phone,
    readRecording: () => Promise.resolve({ mode: change.mode ?? 'local', urlTemplate: '' }),
    readKnownRules: () =>
      Promise.resolve({
        dispositions: [],
        sentiments: [],
        dispositionRequired: false,
        sentimentRequired: false,
        recordingDisabled: change.isDisabled ?? false,
      }),
    mayBeRecorded: (number) => {
      asked.push(number);
      return Promise.resolve(change.number ?? YES);
    },
    timeZone: () => 'UTC',
  });
  return {
    record: (recording: 'on' | 'paused') => record(call.callId, recording),
    unknown: () => record(aCallId('other'), 'on'),
    phone,
    asked,
    call,
  };
}

describe('recording a call on this computer', () => {
  it('is asked of the phone, with a file name that says when and whom', async () => {
    const { record, phone, asked, call } = await setUp();
    await record('on');
    expect(phone.told).toEqual([expect.stringMatching(/^record on 2026-11-26 0905 .+\.webm$/)]);
    expect(asked).toEqual([call.to]);
  });

  it.each([
    ['recording-off', { mode: 'off' }],
    ['recording-off', { mode: 'provider' }],
    ['recording-forbidden', { isDisabled: true }],
    ['recording-forbidden', { number: NO }],
    ['recording-unknown', { number: SILENT }],
  ] as const)('is refused with %s: %o', async (code, change) => {
    const { record, phone } = await setUp(change);
    await expect(record('on')).rejects.toMatchObject({ code });
    expect(phone.told).toEqual([]);
  });

  it('goes on and is paused without asking Salesloft again', async () => {
    const { record, phone, asked } = await setUp({ call: { recording: 'on' }, number: SILENT });
    await record('paused');
    await record('on');
    expect(phone.told.map((words) => words.split(' ')[1])).toEqual(['paused', 'on']);
    expect(asked).toEqual([]);
  });

  it('does nothing for a call that is not connected, or not known', async () => {
    const { record, unknown, phone } = await setUp({ call: { state: 'ringing' } });
    await record('on');
    await unknown();
    expect(phone.told).toEqual([]);
  });
});
