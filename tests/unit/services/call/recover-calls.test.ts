import { expect, it } from 'vitest';
import type { Call } from '@/lib/domain/call/call';
import { createRecoverCalls } from '@/lib/services/call/recover-calls';
import { aCall, aCallId } from '@/tests/support/builders/builders';
import { createFakePhonePort } from '@/tests/support/fakes/fake-phone-port';
import { createMemoryRecords } from '@/tests/support/fakes/memory-records';

type Recovered = { isKnownToPhone: boolean; isSameRun: boolean; call?: Partial<Call>; now?: number };

async function recover({ isKnownToPhone, isSameRun, call = {}, now = 1_035_000 }: Recovered) {
  const records = createMemoryRecords();
  await records.open(aCall({ state: 'connected', connectedAt: 1_005_000, ...call }));
  await records.saveDraft(aCallId(), { disposition: '', sentiment: '', notes: 'half a sent' }, 1_006_000);
  await createRecoverCalls({
    records,
    phone: createFakePhonePort(isKnownToPhone ? aCallId() : undefined),
    publishCalls: () => Promise.resolve(),
    isSameBrowserRun: () => Promise.resolve(isSameRun),
    now: () => now,
  })();
  return records.all()[0];
}

it('leaves a call alone that is still on the line: only the worker was stopped', async () => {
  expect(await recover({ isKnownToPhone: true, isSameRun: true })).toMatchObject({
    call: { state: 'connected' },
    wasInterrupted: false,
  });
});

it('leaves a softphone’s call alone while the browser runs, and ends it after a restart', async () => {
  const call = { line: 'handoff' } as const;
  expect(await recover({ isKnownToPhone: false, isSameRun: true, call })).toMatchObject({
    call: { state: 'connected' },
  });
  expect(await recover({ isKnownToPhone: false, isSameRun: false, call })).toMatchObject({
    call: { endReason: 'lost' },
    wasInterrupted: true,
  });
});

it('ends a call that the phone has lost, and keeps the draft', async () => {
  expect(await recover({ isKnownToPhone: false, isSameRun: true })).toMatchObject({
    call: { state: 'ended', endReason: 'lost' },
    wrapUp: { state: 'open', draft: { notes: 'half a sent' } },
    wasInterrupted: false,
  });
});

it('puts a call before the rep that a crash of the browser has left unfinished', async () => {
  expect(await recover({ isKnownToPhone: false, isSameRun: false })).toMatchObject({
    call: { endReason: 'lost' },
    wrapUp: { state: 'open', draft: { notes: 'half a sent' } },
    wasInterrupted: true,
  });
});

const EIGHT_HOURS_LATER = 1_035_000 + 8 * 3_600_000;

it('ends a lost call when its phone was last heard, not when the computer woke up', async () => {
  const call = { lastSeenAt: 1_065_000 };
  expect(await recover({ isKnownToPhone: false, isSameRun: false, call, now: EIGHT_HOURS_LATER })).toMatchObject({
    call: { endReason: 'lost', endedAt: 1_065_000, durationSeconds: 60 },
  });
});

it('takes the last notes typed as a sign of life where the phone has told nothing yet', async () => {
  expect(await recover({ isKnownToPhone: false, isSameRun: false, now: EIGHT_HOURS_LATER })).toMatchObject({
    call: { endReason: 'lost', endedAt: 1_006_000, durationSeconds: 1 },
  });
});

it('never ends a call in the future, though the clock was set back', async () => {
  const call = { lastSeenAt: 9_000_000 };
  expect(await recover({ isKnownToPhone: false, isSameRun: false, call })).toMatchObject({
    call: { endedAt: 1_035_000 },
  });
});
