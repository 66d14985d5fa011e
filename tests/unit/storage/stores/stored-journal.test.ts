import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type EntryId } from '@/lib/domain/core/ids';
import { withoutCompleting, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import { createEraseOld } from '@/lib/services/journal/erase-old';
import { createJournalStore } from '@/lib/storage/stores/stored-journal';
import { aCallId, anEndedCall, anEntry, aReceipt } from '@/tests/support/builders/builders';
import { openStores } from '@/tests/support/builders/stored';

const DAY = 86_400_000;
const PERSONAL = ['Pat Lee', 'CFO', 'Initech', '4045550134', 'Spoke about renewal', 'Day 1: Step 2', 'the wrong Pat'];
const DRAFT = { disposition: 'Connected', sentiment: 'Interested', notes: 'Spoke about renewal.' };

type Stores = ReturnType<typeof openStores>;

async function submit(stores: Stores, name: string, placedAt: number, end: Partial<OutboxEntry>): Promise<void> {
  const call = anEndedCall({ callId: aCallId(name), placedAt });
  await stores.records.open(call);
  const entry = anEntry({ entryId: asId<EntryId>(name), callId: call.callId, dedupeKey: `call:${name}` });
  await stores.callAndOutbox.closeAndAdd(call.callId, DRAFT, { ...entry, ...end }, withoutCompleting(entry));
}

const everything = (stores: Stores) =>
  stores.database.use(async (connection) => {
    const stored = await Promise.all([...connection.objectStoreNames].map((store) => connection.getAll(store)));
    return JSON.stringify(stored);
  });

describe('erasing what is old, in the database', () => {
  let stores: Stores;
  let now = 0;
  const eraseOld = () => {
    const journal = createJournalStore(stores.rows);
    return createEraseOld({
      readMark: () => Promise.resolve(undefined),
      writeMark: () => Promise.resolve(),
      ...journal,
      readRetentionDays: () => Promise.resolve(7),
      now: () => now,
    })();
  };

  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    stores = openStores();
    now = 1_100_000 + 7 * DAY;
  });

  it('leaves no word about the person anywhere, and all that is counted', async () => {
    await submit(stores, 'one', 1_000_000, { state: 'delivered', receipt: aReceipt() });
    await submit(stores, 'two', 1_000_000, {
      state: 'discarded',
      reason: { code: 'refused', field: '', words: 'the wrong Pat' },
    });
    const before = await everything(stores);
    expect(PERSONAL.filter((word) => !before.includes(word))).toEqual([]);
    await eraseOld();
    const after = await everything(stores);
    expect(PERSONAL.filter((word) => after.includes(word))).toEqual([]);
    expect(await stores.records.countSince(0)).toBe(2);
    expect(await stores.records.read(aCallId('one'))).toMatchObject({
      call: { placedAt: 1_000_000, durationSeconds: 62, endReason: 'hungUpByRep', line: 'practice' },
      wrapUp: { draft: { disposition: 'Connected' } },
    });
    expect(await stores.outbox.read(asId<EntryId>('one'))).toMatchObject({ ref: 'K7MQ-2XWD', receipt: aReceipt() });
  });

  it('never touches an unsent log, nor a call without its wrap-up, however old', async () => {
    await submit(stores, 'one', 1_000_000, {});
    await submit(stores, 'two', 1_000_001, { state: 'dead' });
    await stores.records.open(anEndedCall({ callId: aCallId('three'), placedAt: 1_000_002 }));
    const before = await everything(stores);
    now += 365 * DAY;
    await eraseOld();
    expect(await everything(stores)).toBe(before);
  });

  it('waits for the last day of the retention', async () => {
    await submit(stores, 'one', 1_000_000, { state: 'delivered', receipt: aReceipt() });
    now -= DAY;
    await eraseOld();
    expect(await everything(stores)).toContain('Pat Lee');
  });
});
