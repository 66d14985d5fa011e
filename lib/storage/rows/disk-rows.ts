import type { CallRecord } from '@/lib/domain/call/call-record';
import { isSame } from '@/lib/domain/core/is-same';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import { toCallRow } from '@/lib/storage/database/call-rows';
import type { Database } from '@/lib/storage/database/database';
import { putEntry, type OutboxTransaction } from '@/lib/storage/database/outbox-rows';
import type { Puts, Rows } from './rows';
import type { CallRow, Connection, EntryRow } from '@/lib/storage/database/schema';
import { upgradeEntry } from '@/lib/storage/database/stored-entry';
import { upgradeRecord } from '@/lib/storage/database/stored-record';

export type DiskRows = Rows & { readonly transaction: OutboxTransaction };

/**
 * Runs `work` in one strict transaction: acknowledged means on disk. When the connection fails, it is run again on a
 * new one, unless the first is found to be written after all: then its result stands.
 */
export function writeToDisk<Result>(
  database: Database,
  work: (rows: DiskRows) => Promise<Result>,
): Promise<{ readonly result: Result; readonly puts: Puts }> {
  let first: { readonly result: Result; readonly puts: Puts } | undefined;
  return database.use(async (connection) => {
    const transaction = writing(connection);
    // Its failure is that of a request in it, which is the one passed on.
    transaction.done.catch(() => undefined);
    if (first && (await isWritten(transaction, first.puts))) return first;
    const puts: Puts = { records: [], entries: [] };
    try {
      first = { result: await work(diskRows(transaction, puts, database)), puts };
    } catch (error) {
      abort(transaction);
      throw error;
    }
    await transaction.done;
    return first;
  });
}

/** What cannot be read as a record is passed over, and seen to by whoever looks after damage. */
export function readCallRow(
  row: CallRow | undefined,
  database: Pick<Database, 'noticeDamage'>,
): CallRecord | undefined {
  const record = row && upgradeRecord(row.record);
  if (row && !record) database.noticeDamage();
  return record;
}

/** The same for an entry. */
export function readEntryRow(
  row: EntryRow | undefined,
  database: Pick<Database, 'noticeDamage'>,
): OutboxEntry | undefined {
  const entry = row && upgradeEntry(row.entry);
  if (row && !entry) database.noticeDamage();
  return entry;
}

function diskRows(transaction: OutboxTransaction, puts: Puts, database: Pick<Database, 'noticeDamage'>): DiskRows {
  const calls = transaction.objectStore('calls');
  const outbox = transaction.objectStore('outbox');
  return {
    transaction,
    knows: async (callId) => (await calls.getKey(callId)) !== undefined,
    record: async (callId) => readCallRow(await calls.get(callId), database),
    putRecord: async (record) => {
      puts.records.push(record);
      await calls.put(toCallRow(record), record.call.callId);
    },
    entry: async (entryId) => readEntryRow(await outbox.get(entryId), database),
    putEntry: async (before, after) => {
      puts.entries.push(after);
      await putEntry(transaction, before, after);
    },
    entryOfCall: async (callId) =>
      (await outbox.index('callId').getAll(callId))
        .flatMap((row) => readEntryRow(row, database) ?? [])
        .find((entry) => entry.state !== 'discarded'),
    isKeyTaken: async (dedupeKey) => (await outbox.index('dedupeKey').getKey(dedupeKey)) !== undefined,
  };
}

function writing(connection: Connection): OutboxTransaction {
  return connection.transaction(['calls', 'outbox', 'meta'], 'readwrite', { durability: 'strict' });
}

/** Whether everything a first run has put stands there just so. Nothing put is nothing written. */
async function isWritten(transaction: OutboxTransaction, puts: Puts): Promise<boolean> {
  const records = new Map(puts.records.map((record) => [record.call.callId, record]));
  const entries = new Map(puts.entries.map((entry) => [entry.entryId, entry]));
  for (const [callId, record] of records) {
    const stored = await transaction.objectStore('calls').get(callId);
    if (!isSame(stored?.record, record)) return false;
  }
  for (const [entryId, entry] of entries) {
    const stored = await transaction.objectStore('outbox').get(entryId);
    if (!isSame(stored?.entry, entry)) return false;
  }
  return records.size + entries.size > 0;
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // Over already: Chrome has aborted it.
  }
}
