import { expect, it } from 'vitest';
import type { CallEvent } from '@/lib/domain/call/call';
import { createTrackCall } from '@/lib/services/call/track-call';
import { aCall, aCallId } from '@/tests/support/builders/builders';
import { createMemoryRecords } from '@/tests/support/fakes/memory-records';

async function setUp() {
  const records = createMemoryRecords();
  await records.open(aCall());
  const told = { ended: 0, published: 0, taken: 0, recorded: 0 };
  const track = createTrackCall({
    records,
    publishCalls: () => Promise.resolve(void (told.published += 1)),
    takeRecording: (_callId, id) => {
      told.taken += 1;
      return Promise.resolve(`https://records.example/${id}`);
    },
    onRecorded: () => void (told.recorded += 1),
    onEnded: () => Promise.resolve(void (told.ended += 1)),
  });
  const report = (seq: number, event: CallEvent) => track({ callId: aCallId(), seq, at: 1_000_000 + seq, event });
  return { records, told, report };
}

const ENDED: CallEvent = { kind: 'ended', reason: 'hungUpByPerson', connectedMs: 1_000, failure: '' };

it('follows the call and opens the wrap-up at its end, once', async () => {
  const { records, told, report } = await setUp();
  await report(1, { kind: 'ringing', earlyMedia: false });
  await report(2, { kind: 'connected' });
  await report(3, ENDED);
  await report(3, ENDED);
  expect(records.all()[0]).toMatchObject({ call: { state: 'ended', durationSeconds: 1 }, wrapUp: { state: 'open' } });
  expect(told).toMatchObject({ ended: 1, published: 3 });
});

it('keeps when the call was last seen, without a line of history or a new snapshot for each sign of life', async () => {
  const { records, told, report } = await setUp();
  await report(1, { kind: 'connected' });
  const history = records.all()[0]?.history;
  await report(2, { kind: 'stillLive' });
  expect(records.all()[0]).toMatchObject({ call: { state: 'connected', lastSeenAt: 1_000_002 }, history });
  expect(told).toMatchObject({ ended: 0, published: 1 });
});

it('keeps how the sound is, and shows it, without a line of history', async () => {
  const { records, told, report } = await setUp();
  await report(1, { kind: 'connected' });
  const history = records.all()[0]?.history;
  const quality = { score: 4.2, lowestScore: 3.9, lossPercent: 0.5, jitterMs: 4, roundTripMs: 60 };
  await report(2, { kind: 'quality', notice: 'mutedAndTalking', quality });
  expect(records.all()[0]).toMatchObject({ call: { notice: 'mutedAndTalking', quality }, history });
  expect(told).toMatchObject({ published: 2 });
});

it('writes a link to the recording down once, also after the end, and has it brought into the note', async () => {
  const { records, told, report } = await setUp();
  await report(1, ENDED);
  await report(2, { kind: 'recorded', providerCallId: 'CA1' });
  await report(2, { kind: 'recorded', providerCallId: 'CA1' });
  expect(records.all()[0]).toMatchObject({
    recordingLink: 'https://records.example/CA1',
    call: { state: 'ended', endedAt: 1_000_001 },
  });
  expect(told).toMatchObject({ taken: 1, recorded: 1 });
});

it('does not acknowledge a call it has never heard of', async () => {
  const records = createMemoryRecords();
  const track = createTrackCall({
    records,
    publishCalls: () => Promise.resolve(),
    takeRecording: () => Promise.resolve(''),
    onRecorded: () => undefined,
    onEnded: () => Promise.resolve(),
  });
  await expect(track({ callId: aCallId(), seq: 1, at: 1, event: ENDED })).rejects.toMatchObject({
    code: 'call-unknown',
  });
});
