import { expect, it } from 'vitest';
import type { GuardAction } from '@/lib/domain/guards/dial-rules';
import { createControlCall } from '@/lib/services/call/control-call';
import { aCall, aCallId, aNumber } from '@/tests/support/builders/builders';
import { createFakePhonePort } from '@/tests/support/fakes/fake-phone-port';
import { createMemoryRecords } from '@/tests/support/fakes/memory-records';

const NUMBERS = new Map([
  ['404 555 0199', aNumber('+14045550199')],
  ['+1 900 555 0100', aNumber('+19005550100')],
  ['+44 20 7946 0100', aNumber('+442079460100')],
]);
const readNumber = (typed: string) => Promise.resolve(NUMBERS.get(typed));

async function setUp(isKnownToPhone: boolean, blockedRegion: GuardAction = 'block') {
  const records = createMemoryRecords();
  await records.open(aCall());
  const phone = createFakePhonePort(isKnownToPhone ? aCallId() : undefined);
  return {
    records,
    phone,
    control: createControlCall({
      records,
      phone,
      publishCalls: () => Promise.resolve(),
      readNumber,
      readGuards: () => Promise.resolve({ blockedRegions: ['+1900', 'GB'], blockedRegion }),
      now: () => 1_005_000,
    }),
  };
}

it('passes on what the rep does', async () => {
  const { control, phone } = await setUp(true);
  await control.mute(aCallId(), true);
  await control.hold(aCallId(), true);
  await control.sendDigits(aCallId(), '1#');
  await control.hangUp(aCallId());
  expect(phone.told).toEqual(['mute true', 'hold true', 'digits 1#', 'hangUp 0190-call']);
});

it('transfers to a number that can be dialed, and to no other', async () => {
  const { control, phone, records } = await setUp(true);
  await expect(control.transfer(aCallId(), '911')).rejects.toMatchObject({ code: 'number-unreadable' });
  await control.transfer(aCallId(), '404 555 0199');
  expect(phone.told).toEqual(['transfer +14045550199']);
  expect(records.all()[0]?.history.at(-1)?.what).toBe('transferred');
});

it.each(['+1 900 555 0100', '+44 20 7946 0100'])('transfers nobody to a blocked region: %s', async (typed) => {
  const blocks = await setUp(true);
  await expect(blocks.control.transfer(aCallId(), typed)).rejects.toMatchObject({ code: 'blocked-by-guard' });
  expect(blocks.phone.told).toEqual([]);
  const asks = await setUp(true, 'ask');
  await expect(asks.control.transfer(aCallId(), typed)).rejects.toMatchObject({ code: 'blocked-by-guard' });
  const allows = await setUp(true, 'allow');
  await allows.control.transfer(aCallId(), typed);
  expect(allows.phone.told).toHaveLength(1);
});

it('closes a call that the phone does not know, so that the rep is never stuck in it', async () => {
  const { control, phone, records } = await setUp(false);
  await control.hangUp(aCallId());
  expect(phone.told).toEqual([]);
  expect(records.all()[0]).toMatchObject({ call: { state: 'ended', endReason: 'lost' }, wrapUp: { state: 'open' } });
});
