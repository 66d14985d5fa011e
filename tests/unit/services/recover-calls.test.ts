import { expect, it } from 'vitest';
import { createRecoverCalls } from '@/lib/services/recover-calls';
import { aCall, aCallId } from '@/tests/fakes/builders';
import { createFakePhonePort } from '@/tests/fakes/fake-phone-port';
import { createMemoryRecords } from '@/tests/fakes/memory-records';

async function recover({ isKnownToPhone, isSameRun }: { isKnownToPhone: boolean; isSameRun: boolean }) {
  const records = createMemoryRecords();
  await records.open(aCall({ state: 'connected', connectedAt: 1_005_000 }));
  await records.saveDraft(aCallId(), { disposition: '', sentiment: '', notes: 'half a sent' }, 1_006_000);
  await createRecoverCalls({
    records,
    phone: createFakePhonePort(isKnownToPhone ? aCallId() : undefined),
    publishCalls: () => Promise.resolve(),
    isSameBrowserRun: () => Promise.resolve(isSameRun),
    now: () => 1_035_000,
  })();
  return records.all()[0];
}

it('leaves a call alone that is still on the line: only the worker was stopped', async () => {
  expect(await recover({ isKnownToPhone: true, isSameRun: true })).toMatchObject({ call: { state: 'connected' }, wasInterrupted: false });
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
