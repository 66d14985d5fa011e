import { expect, it } from 'vitest';
import { createControlCall } from '@/lib/services/control-call';
import { aCall, aCallId } from '@/tests/fakes/builders';
import { createFakePhonePort } from '@/tests/fakes/fake-phone-port';
import { createMemoryRecords } from '@/tests/fakes/memory-records';

async function setUp(isKnownToPhone: boolean) {
  const records = createMemoryRecords();
  await records.open(aCall());
  const phone = createFakePhonePort(isKnownToPhone ? aCallId() : undefined);
  return { records, phone, control: createControlCall({ records, phone, publishCalls: () => Promise.resolve(), now: () => 1_005_000 }) };
}

it('passes on what the rep does', async () => {
  const { control, phone } = await setUp(true);
  await control.mute(aCallId(), true);
  await control.hold(aCallId(), true);
  await control.sendDigits(aCallId(), '1#');
  await control.hangUp(aCallId());
  expect(phone.told).toEqual(['mute true', 'hold true', 'digits 1#', 'hangUp 0190-call']);
});

it('closes a call that the phone does not know, so that the rep is never stuck in it', async () => {
  const { control, phone, records } = await setUp(false);
  await control.hangUp(aCallId());
  expect(phone.told).toEqual([]);
  expect(records.all()[0]).toMatchObject({ call: { state: 'ended', endReason: 'lost' }, wrapUp: { state: 'open' } });
});
