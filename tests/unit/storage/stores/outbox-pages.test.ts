import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { asId, type EntryId } from '@/lib/domain/core/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import { sinceTime, type OutboxGroup } from '@/lib/domain/outbox/outbox-place';
import { retryNow } from '@/lib/domain/outbox/rep-decision';
import { toEntryRow } from '@/lib/storage/database/outbox-rows';
import { anEntry, aReceipt } from '@/tests/support/builders/builders';
import { createMemoryPages } from '@/tests/support/fakes/memory-outbox';
import { openStores } from '@/tests/support/builders/stored';

const STATES = ['pending', 'dead', 'sending', 'delivered', 'discarded'] as const;

/** Several of each moment, in every state. */
const ENTRIES = Array.from({ length: 500 }, (_none, index) => {
  const state = STATES[index % STATES.length] ?? 'pending';
  return anEntry({
    entryId: asId<EntryId>(`entry-${String((index * 37) % 500).padStart(3, '0')}`),
    dedupeKey: `call:${index}`,
    createdAt: 1_000 + Math.floor(index / 20),
    state,
    ...(state === 'delivered' ? { receipt: aReceipt({ loggedAt: 5_000 + Math.floor(index / 20) }) } : {}),
  });
});

it('reads each group in stretches, as promised', async () => {
  const { database, pages, outbox } = openStores();
  await database.use(async (connection) => {
    const transaction = connection.transaction('outbox', 'readwrite');
    for (const entry of ENTRIES) await transaction.store.put(toEntryRow(entry), entry.entryId);
    await transaction.done;
  });
  const promised = createMemoryPages(() => ENTRIES);
  const ids = (entries: readonly OutboxEntry[]) => entries.map((entry) => entry.entryId);
  for (const group of ['needsAttention', 'waiting', 'delivered'] satisfies OutboxGroup[]) {
    const [middle] = (await promised.list(group, {}, 51)).slice(-1);
    const at = group === 'delivered' ? (middle?.receipt?.loggedAt ?? 0) : (middle?.createdAt ?? 0);
    const place = { at, entryId: middle?.entryId ?? asId<EntryId>('') };
    for (const span of [
      {},
      { after: place },
      { until: place },
      { after: place, until: { at: at - 2, entryId: place.entryId } },
    ]) {
      const found = ids(await pages.list(group, span, 40));
      expect(found.length).toBeGreaterThan(0);
      expect(found).toEqual(ids(await promised.list(group, span, 40)));
    }
    // New logs have pushed all of a page up into what is published: nothing is left of it.
    for (const until of [place, { at: at + 2, entryId: place.entryId }]) {
      expect(await pages.list(group, { after: place, until }, 40)).toEqual([]);
    }
  }
  expect(await pages.countDelivered(5_010, 1_000)).toBe(await promised.countDelivered(5_010, 1_000));
  expect(await pages.countDelivered(0, 7)).toBe(7);
  expect(ids(await pages.list('delivered', sinceTime(9_999), 10))).toEqual([]);

  expect(await outbox.changeDead((entry) => retryNow(entry, 1))).toBe(100);
  expect(await pages.list('needsAttention', {}, 10)).toEqual([]);
});
