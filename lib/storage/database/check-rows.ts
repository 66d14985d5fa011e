import type { IDBPTransaction } from 'idb';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import { toCallRow } from './call-rows';
import { COUNTS_KEY, countEntry, NO_COUNTS, toEntryRow } from './outbox-rows';
import type { LoftlineSchema } from './schema';
import { upgradeEntry } from './stored-entry';
import { upgradeRecord } from './stored-record';

export type EveryStore = IDBPTransaction<LoftlineSchema, ('calls' | 'outbox' | 'meta' | 'setAside')[], 'readwrite'>;

/**
 * Goes through every row. One that cannot be read is set aside as it is: it blocks no other, and nothing is thrown
 * away. With `rewrites` the others are brought to what this version writes, index keys included. The counters are
 * counted anew on the way.
 */
export async function checkRows(transaction: EveryStore, { rewrites }: { readonly rewrites: boolean }): Promise<void> {
  const calls = transaction.objectStore('calls');
  const outbox = transaction.objectStore('outbox');
  const setAside = transaction.objectStore('setAside');
  for (let row = await calls.openCursor(); row; row = await row.continue()) {
    const record = upgradeRecord(partOf(row.value, 'record'));
    if (!record) {
      await setAside.put({ store: 'calls', key: row.key, raw: row.value }, `calls:${row.key}`);
      await row.delete();
    } else if (rewrites) await row.update(toCallRow(record));
  }
  let counts = NO_COUNTS;
  for (let row = await outbox.openCursor(); row; row = await row.continue()) {
    const entry: OutboxEntry | undefined = upgradeEntry(partOf(row.value, 'entry'));
    if (!entry) {
      await setAside.put({ store: 'outbox', key: row.key, raw: row.value }, `outbox:${row.key}`);
      await row.delete();
      continue;
    }
    counts = countEntry(counts, entry, 1);
    if (rewrites) await row.update(toEntryRow(entry));
  }
  await transaction.objectStore('meta').put(counts, COUNTS_KEY);
}

/** A damaged row may be anything, whatever its type says. */
function partOf(row: unknown, name: 'record' | 'entry'): unknown {
  return (row as Partial<Record<string, unknown>> | undefined)?.[name];
}
