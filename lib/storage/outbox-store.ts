import type { Changed } from '@/lib/domain/changed';
import type { EntryId } from '@/lib/domain/ids';
import type { OutboxEntry } from '@/lib/domain/outbox';
import type { Connection, Database } from './database';
import { COUNTS_KEY, putEntry, readCountsValue, type OutboxCounts, type OutboxTransaction } from './outbox-rows';

export type OutboxStore = ReturnType<typeof createOutboxStore>;

/** Call logs not yet proved delivered, and for a while the delivered ones. Every write is strict. */
export function createOutboxStore(database: Database) {
  const change = (
    entryId: EntryId,
    next: (entry: OutboxEntry) => OutboxEntry,
  ): Promise<Changed<OutboxEntry> | undefined> =>
    database.use(async (connection) => {
      const transaction = writing(connection);
      const row = await transaction.objectStore('outbox').get(entryId);
      const changed = row && next(row.entry);
      if (row && changed && changed !== row.entry) await putEntry(transaction, row.entry, changed);
      await transaction.done;
      return row && changed && { before: row.entry, after: changed };
    });

  return {
    read: (entryId: EntryId): Promise<OutboxEntry | undefined> =>
      database.use(async (connection) => (await connection.get('outbox', entryId))?.entry),

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
      database.use(async (connection) => {
        const transaction = writing(connection);
        const claimed = await findClaimable(transaction, rules);
        if (claimed) await putEntry(transaction, claimed, rules.claim(claimed));
        await transaction.done;
        return claimed && rules.claim(claimed);
      }),

    /** Unsettled entries in `sending`: after a worker's death nobody is sending them any more. */
    listSending: (): Promise<readonly OutboxEntry[]> =>
      database.use(async (connection) =>
        (await connection.getAllFromIndex('outbox', 'inFlightOf'))
          .map((row) => row.entry)
          .filter((entry) => entry.state === 'sending'),
      ),

    /** Applies `next` to every entry still in `pending`, in one transaction. */
    changePending: (next: (entry: OutboxEntry) => OutboxEntry): Promise<void> =>
      database.use(async (connection) => {
        const transaction = writing(connection);
        for (const { entry } of await transaction.objectStore('outbox').index('nextTryAt').getAll()) {
          const changed = next(entry);
          if (changed !== entry) await putEntry(transaction, entry, changed);
        }
        await transaction.done;
      }),

    /** The pending entry that is due first; undefined when none is pending. */
    nextPending: (): Promise<OutboxEntry | undefined> =>
      database.use(async (connection) => {
        const cursor = await connection.transaction('outbox').store.index('nextTryAt').openCursor();
        return cursor?.value.entry;
      }),

    /** Which of the keys an entry holds that is not discarded. */
    heldKeys: (keys: readonly string[]): Promise<ReadonlySet<string>> =>
      database.use(async (connection) => {
        const index = connection.transaction('outbox').store.index('dedupeKey');
        const holders = await Promise.all(keys.map((key) => index.getKey(key)));
        return new Set(keys.filter((_key, place) => holders[place] !== undefined));
      }),

    /** Oldest unsent first, at most `limit`. */
    listUnsent: (limit: number): Promise<readonly OutboxEntry[]> =>
      database.use(async (connection) =>
        (await connection.getAllFromIndex('outbox', 'unsentSince', undefined, limit)).map((row) => row.entry),
      ),

    /** Newest first, at most `limit`, whatever their state. */
    listRecent: (limit: number): Promise<readonly OutboxEntry[]> =>
      database.use(async (connection) => {
        const found: OutboxEntry[] = [];
        let cursor = await connection.transaction('outbox').store.index('createdAt').openCursor(null, 'prev');
        while (cursor && found.length < limit) {
          found.push(cursor.value.entry);
          cursor = await cursor.continue();
        }
        return found;
      }),

    /** Ids of Salesloft calls held as receipts by the person's entries. */
    receiptsOf: (personId: string): Promise<ReadonlySet<string>> =>
      database.use(async (connection) => {
        const rows = await connection.getAllFromIndex('outbox', 'deliveredTo', personId);
        return new Set(rows.map((row) => row.entry.receipt?.loggedCallId ?? ''));
      }),

    counts: (): Promise<OutboxCounts> =>
      database.use(async (connection) => readCountsValue(await connection.get('meta', COUNTS_KEY))),
  };
}

export function writing(connection: Connection): OutboxTransaction {
  return connection.transaction(['calls', 'outbox', 'meta'], 'readwrite', { durability: 'strict' });
}

async function findClaimable(
  transaction: OutboxTransaction,
  rules: { isDue: (entry: OutboxEntry) => boolean; mayGo: (entry: OutboxEntry) => boolean },
): Promise<OutboxEntry | undefined> {
  const outbox = transaction.objectStore('outbox');
  let cursor = await outbox.index('nextTryAt').openCursor();
  while (cursor) {
    const { entry } = cursor.value;
    if (!rules.isDue(entry)) return undefined;
    const earlier = IDBKeyRange.bound([entry.personId, 0], [entry.personId, entry.createdAt], false, true);
    if (rules.mayGo(entry) && (await outbox.index('inFlightOf').getKey(earlier)) === undefined) return entry;
    cursor = await cursor.continue();
  }
  return undefined;
}
