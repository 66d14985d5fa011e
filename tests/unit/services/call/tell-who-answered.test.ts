import { expect, it } from 'vitest';
import type { Call } from '@/lib/domain/call/call';
import { createTellWhoAnswered } from '@/lib/services/call/tell-who-answered';
import { aCall, aCallId } from '@/tests/support/builders/builders';
import { createMemoryRecords } from '@/tests/support/fakes/memory-records';

async function setUp(change: Partial<Call>) {
  const records = createMemoryRecords();
  await records.open(aCall(change));
  let published = 0;
  const tell = createTellWhoAnswered({
    records,
    publishCalls: () => {
      published += 1;
      return Promise.resolve();
    },
    now: () => 60_000,
  });
  return { tell, read: async () => records.read(aCallId()), published: () => published };
}

it('writes down who answered, and shows it; a repeat changes nothing', async () => {
  const { tell, read, published } = await setUp({ state: 'connected', connectedAt: 50_000 });
  await tell(aCallId(), 'assistant');
  await tell(aCallId(), 'assistant');
  const record = await read();
  expect(record?.call.answeredBy).toBe('assistant');
  expect(record?.history.filter(({ what }) => what === 'answered by assistant')).toEqual([
    { at: 60_000, what: 'answered by assistant' },
  ]);
  expect(published()).toBe(1);
});

it('leaves a call alone that nobody has answered', async () => {
  const { tell, read, published } = await setUp({ state: 'ringing' });
  await tell(aCallId(), 'voicemail');
  expect((await read())?.call.answeredBy).toBeUndefined();
  expect(published()).toBe(0);
});
