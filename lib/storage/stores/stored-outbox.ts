import type { IDBPObjectStore, StoreNames } from 'idb';
import type { Changed } from '@/lib/domain/core/changed';
import type { CallId, EntryId } from '@/lib/domain/core/ids';
import { isSameOwner, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import { readEntryRow } from '@/lib/storage/rows/disk-rows';
import type { KeptRows } from '@/lib/storage/rows/kept-rows';
import { COUNTS_KEY, readCountsValue, type OutboxCounts } from '@/lib/storage/database/outbox-rows';
import type { EntryRow, LoftlineSchema } from '@/lib/storage/database/schema';

/** One strict transaction for so many: a large one would keep a claim waiting. */
const BATCH = 200;

type OutboxRows = IDBPObjectStore<LoftlineSchema, ArrayLike<StoreNames<LoftlineSchema>>, 'outbox', IDBTransactionMode>;

export type OutboxStore = ReturnType<typeof createOutboxStore>;

/**
 * Call logs not yet proved delivered, and for a while the delivered ones. Every write is strict. While the disk
 * refuses, the outcome of a delivery and the rep's decisions are kept in memory; a claim or an attempt never is.
 */
export function createOutboxStore(rows: KeptRows) {
  const readEntry = (row: EntryRow | undefined): OutboxEntry | undefined => readEntryRow(row, rows);
  const readEntries = (found: readonly EntryRow[]): readonly OutboxEntry[] =>
    found.flatMap((row) => readEntry(row) ?? []);

  const change = (
    entryId: EntryId,
    next: (entry: OutboxEntry) => OutboxEntry,
  ): Promise<Changed<OutboxEntry> | undefined> =>
    rows.write(async (row) => {
      const before = await row.entry(entryId);
      const after = before && next(before);
      if (after && after !== before) await row.putEntry(before, after);
      return before && after && { before, after };
    });

  return {
    read: (entryId: EntryId): Promise<OutboxEntry | undefined> =>
      rows.read(
        async (connection) => readEntry(await connection.get('outbox', entryId)),
        (unsaved) => unsaved.entry(entryId),
      ),

    /** The call's log that is not discarded. */
    ofCall: (callId: CallId): Promise<OutboxEntry | undefined> =>
      rows.read(
        async (connection) =>
          readEntries(await connection.getAllFromIndex('outbox', 'callId', callId)).find(
            ({ state }) => state !== 'discarded',
          ),
        (unsaved) => unsaved.entries().find((entry) => entry.callId === callId && entry.state !== 'discarded'),
      ),

    /** Reads, changes and writes in one transaction; `next` returns the same entry for "no change". */
    change,

    /**
     * Claims the first entry that may go, in one transaction: due by `isDue`, let through by `mayGo`, and with no
     * earlier unsettled log of the same person. The index is in order of `nextTryAt`, so the walk is short.
     */
    claimNext: (rules: {
      readonly isDue: (entry: OutboxEntry) => boolean;
      readonly mayGo: (entry: OutboxEntry) => boolean;
      readonly claim: (entry: OutboxEntry) => OutboxEntry;
    }): Promise<OutboxEntry | undefined> =>
      rows.writeToDisk(async (row) => {
        const found = await findNext(row.transaction.objectStore('outbox'), rules, readEntry);
        const claimed = found && rules.claim(found);
        if (claimed) await row.putEntry(found, claimed);
        return claimed;
      }),

    /** Unsettled entries in `sending`: after a worker's death nobody is sending them any more. */
    listSending: (): Promise<readonly OutboxEntry[]> =>
      rows.read(async (connection) =>
        readEntries(await connection.getAllFromIndex('outbox', 'inFlightOf')).filter(
          (entry) => entry.state === 'sending',
        ),
      ),

    /** Applies `next` to every entry still in `pending`, in one transaction. */
    changePending: (next: (entry: OutboxEntry) => OutboxEntry): Promise<void> =>
      rows.writeToDisk(async (row) => {
        for (const entry of readEntries(await row.transaction.objectStore('outbox').index('nextTryAt').getAll())) {
          const changed = next(entry);
          if (changed !== entry) await row.putEntry(entry, changed);
        }
      }),

    /** Applies `next` to every entry that needs the rep, a batch at a time; resolves to how many it changed. */
    changeDead: async (next: (entry: OutboxEntry) => OutboxEntry): Promise<number> => {
      let changed = 0;
      let after: readonly (string | number)[] | undefined = ['dead'];
      while (after) {
        const range = IDBKeyRange.bound(after, ['dead', []], true);
        const batch: { moved: number; last: EntryRow | undefined } = await rows.writeToDisk(async (row) => {
          const found = await row.transaction.objectStore('outbox').index('byState').getAll(range, BATCH);
          const moved = readEntries(found).filter((entry) => next(entry) !== entry);
          for (const entry of moved) await row.putEntry(entry, next(entry));
          return { moved: moved.length, last: found[BATCH - 1] };
        });
        changed += batch.moved;
        after = batch.last && ['dead', batch.last.createdAt, batch.last.entry.entryId];
      }
      return changed;
    },

    /** When the next entry is due of those that may go and wait for no earlier one; undefined when there is none. */
    nextDueAt: (mayGo: (entry: OutboxEntry) => boolean): Promise<number | undefined> =>
      rows.read(async (connection) => {
        const next = await findNext(connection.transaction('outbox').store, { isDue: () => true, mayGo }, readEntry);
        return next?.nextTryAt;
      }),

    /** Which of the keys an entry holds that is not discarded. */
    heldKeys: (keys: readonly string[]): Promise<ReadonlySet<string>> =>
      rows.read(
        async (connection) => {
          const index = connection.transaction('outbox').store.index('dedupeKey');
          const holders = await Promise.all(keys.map((key) => index.getKey(key)));
          return new Set(keys.filter((_key, place) => holders[place] !== undefined));
        },
        (unsaved) => {
          const held = unsaved.entries().filter((entry) => entry.state !== 'discarded');
          return new Set(held.map((entry) => entry.dedupeKey).filter((key) => keys.includes(key)));
        },
      ),

    /** Ids of Salesloft calls held as receipts by the person's entries. */
    receiptsOf: (personId: string): Promise<ReadonlySet<string>> =>
      rows.read(async (connection) => {
        const delivered = await connection.getAllFromIndex('outbox', 'deliveredTo', personId);
        return new Set(readEntries(delivered).map((entry) => entry.receipt?.loggedCallId ?? ''));
      }),

    counts: (): Promise<OutboxCounts> =>
      rows.read(
        async (connection) => {
          const counts = readCountsValue(await connection.get('meta', COUNTS_KEY));
          rows.noteCounts(counts);
          return counts;
        },
        (unsaved) => unsaved.counts(),
      ),
  };
}

/** The first in order of `nextTryAt` that no earlier log of its person holds back. */
async function findNext(
  outbox: OutboxRows,
  rules: { isDue: (entry: OutboxEntry) => boolean; mayGo: (entry: OutboxEntry) => boolean },
  readEntry: (row: EntryRow) => OutboxEntry | undefined,
): Promise<OutboxEntry | undefined> {
  let cursor = await outbox.index('nextTryAt').openCursor();
  while (cursor) {
    const entry = readEntry(cursor.value);
    if (entry && !rules.isDue(entry)) return undefined;
    if (entry && rules.mayGo(entry) && !(await waitsForEarlier(outbox, entry, readEntry))) return entry;
    cursor = await cursor.continue();
  }
  return undefined;
}

/** Whether an earlier log of the same rep to the same person is not settled; another rep's may wait there for ever. */
async function waitsForEarlier(
  outbox: OutboxRows,
  { personId, createdAt, owner }: OutboxEntry,
  readEntry: (row: EntryRow) => OutboxEntry | undefined,
): Promise<boolean> {
  const earlier = IDBKeyRange.bound([personId, 0], [personId, createdAt], false, true);
  let cursor = await outbox.index('inFlightOf').openCursor(earlier);
  while (cursor) {
    const entry = readEntry(cursor.value);
    // One that cannot be read holds back too, until it is set aside.
    if (!entry || isSameOwner(entry.owner, owner)) return true;
    cursor = await cursor.continue();
  }
  return false;
}
