import { expect, it } from 'vitest';
import { createWrapUpDraft } from '@/lib/services/wrap-up/wrap-up-draft';
import { aCallId, anEndedCall } from '@/tests/support/builders/builders';
import { createMemoryRecords } from '@/tests/support/fakes/memory-records';

const DRAFT = { disposition: 'Connected', sentiment: '', notes: 'words' };

async function setUp() {
  const records = createMemoryRecords();
  await records.open(anEndedCall());
  await records.change(aCallId(), (record) => ({ ...record, wrapUp: { ...record.wrapUp, state: 'open' } }));
  return { records, wrapUp: createWrapUpDraft({ records, publishCalls: () => Promise.resolve(), now: () => 9_000 }) };
}

it('saves what the rep writes; the last write stands', async () => {
  const { records, wrapUp } = await setUp();
  await wrapUp.save(aCallId(), { ...DRAFT, notes: 'wor' });
  await wrapUp.save(aCallId(), DRAFT);
  expect(records.all()[0]?.wrapUp).toMatchObject({ draft: DRAFT, savedAt: 9_000 });
});

it('closes a call without a log, and writes nothing into it afterwards', async () => {
  const { records, wrapUp } = await setUp();
  await wrapUp.waive(aCallId());
  await wrapUp.save(aCallId(), DRAFT);
  expect(records.all()[0]).toMatchObject({ wrapUp: { state: 'waived', draft: { notes: '' } } });
  expect(records.all()[0]?.history.at(-1)?.what).toBe('not logged by choice');
});

it('puts an unfinished call back into the rep’s hand', async () => {
  const { records, wrapUp } = await setUp();
  await records.change(aCallId(), (record) => ({ ...record, wasInterrupted: true }));
  await wrapUp.takeUp(aCallId());
  expect(records.all()[0]?.wasInterrupted).toBe(false);
});
