import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import {
  byPlace,
  groupOf,
  isWithin,
  placeOf,
  sinceTime,
  type OutboxGroup,
  type OutboxPlace,
  type OutboxSpan,
} from '@/lib/domain/outbox/outbox-place';
import type { OutboxPages } from '@/lib/services/outbox/outbox-port';
import { readEntryRow } from '@/lib/storage/rows/disk-rows';
import type { KeptRows } from '@/lib/storage/rows/kept-rows';
import type { Connection, EntryRow } from '@/lib/storage/database/schema';

type Index = 'byState' | 'deliveredAt';

/** Above every number and every text: IndexedDB orders arrays last. */
const TOP: IDBValidKey = [];

/** The outbox in stretches, newest first: a page costs the same whether ten entries wait or ten thousand. */
export function createOutboxPages(rows: KeptRows): OutboxPages {
  return {
    list: (group, span, limit) =>
      rows.read(
        async (connection) => {
          if (isEmpty(span)) return [];
          const parts = await Promise.all(
            rangesOf(group, span).map(({ index, range }) => newest(connection, index, range, limit)),
          );
          const entries = parts.flat().flatMap((row) => readEntryRow(row, rows) ?? []);
          if (group !== 'delivered') rows.noteListed(entries);
          return entries.sort((one, other) => byPlace(placeOf(one), placeOf(other))).slice(0, limit);
        },
        (unsaved) => stretchOf(unsaved.entries(), group, span).slice(0, limit),
      ),

    countDelivered: (since, atMost) =>
      rows.read(
        async (connection) => {
          const range = IDBKeyRange.lowerBound([since, '']);
          return (await connection.getAllKeysFromIndex('outbox', 'deliveredAt', range, atMost)).length;
        },
        (unsaved) => Math.min(atMost, stretchOf(unsaved.entries(), 'delivered', sinceTime(since)).length),
      ),
  };
}

function stretchOf(entries: readonly OutboxEntry[], group: OutboxGroup, span: OutboxSpan): readonly OutboxEntry[] {
  return entries
    .filter((entry) => groupOf(entry) === group && isWithin(placeOf(entry), span))
    .sort((one, other) => byPlace(placeOf(one), placeOf(other)));
}

/** A stretch that ends where it begins has no place in it, and IndexedDB takes no such range. */
function isEmpty({ after, until }: OutboxSpan): boolean {
  return after !== undefined && until !== undefined && byPlace(until, after) <= 0;
}

function rangesOf(group: OutboxGroup, span: OutboxSpan): readonly { index: Index; range: IDBKeyRange }[] {
  if (group === 'delivered') return [{ index: 'deliveredAt', range: rangeIn([], span) }];
  const states = group === 'needsAttention' ? ['dead'] : ['pending', 'sending'];
  return states.map((state) => ({ index: 'byState', range: rangeIn([state], span) }));
}

function rangeIn(prefix: readonly string[], { after, until }: OutboxSpan): IDBKeyRange {
  const key = (place: OutboxPlace): IDBValidKey => [...prefix, place.at, place.entryId];
  const lower = until ? key(until) : [...prefix, 0];
  const upper = after ? key(after) : [...prefix, TOP];
  return IDBKeyRange.bound(lower, upper, false, after !== undefined);
}

/** All of a page in one request; a cursor would go to the disk's process and back for every entry. */
async function newest(
  connection: Connection,
  name: Index,
  query: IDBKeyRange,
  count: number,
): Promise<readonly EntryRow[]> {
  const index = connection.transaction('outbox').store.index(name) as unknown as NewestFirst;
  const records = await index.getAllRecords({ query, count, direction: 'prev' });
  return records.map((record) => record.value);
}

/** Newer than idb's types. */
type NewestFirst = {
  getAllRecords(options: {
    readonly query: IDBKeyRange;
    readonly count: number;
    readonly direction: 'prev';
  }): Promise<readonly { readonly value: EntryRow }[]>;
};
