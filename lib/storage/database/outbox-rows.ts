import type { IDBPTransaction } from 'idb';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import type { EntryRow, LoftlineSchema } from './schema';

/** Kept beside the entries and changed in the same transaction: counting 10,000 rows costs 40 ms at every start. */
export type OutboxCounts = { readonly unsent: number; readonly needsAttention: number };

export type OutboxTransaction = IDBPTransaction<LoftlineSchema, ('calls' | 'outbox' | 'meta')[], 'readwrite'>;

export const COUNTS_KEY = 'outbox-counts';
export const NO_COUNTS: OutboxCounts = { unsent: 0, needsAttention: 0 };

/** Writes an entry and moves the counters with it; `before` is undefined for a new one. */
export async function putEntry(
  transaction: OutboxTransaction,
  before: OutboxEntry | undefined,
  after: OutboxEntry,
): Promise<void> {
  await transaction.objectStore('outbox').put(toEntryRow(after), after.entryId);
  const moved = countEntry(before ? countEntry(NO_COUNTS, before, -1) : NO_COUNTS, after, 1);
  if (moved.unsent === 0 && moved.needsAttention === 0) return;
  const meta = transaction.objectStore('meta');
  const counts = readCountsValue(await meta.get(COUNTS_KEY));
  await meta.put(
    { unsent: counts.unsent + moved.unsent, needsAttention: counts.needsAttention + moved.needsAttention },
    COUNTS_KEY,
  );
}

/** The counters with one entry more, or less. */
export function countEntry(counts: OutboxCounts, entry: OutboxEntry, by: 1 | -1): OutboxCounts {
  return {
    unsent: counts.unsent + (isUnsent(entry) ? by : 0),
    needsAttention: counts.needsAttention + (entry.state === 'dead' ? by : 0),
  };
}

export function readCountsValue(value: unknown): OutboxCounts {
  return (value as OutboxCounts | undefined) ?? NO_COUNTS;
}

export function isUnsent(entry: OutboxEntry): boolean {
  return entry.state === 'pending' || entry.state === 'sending' || entry.state === 'dead';
}

export function toEntryRow(entry: OutboxEntry): EntryRow {
  const isInFlight = entry.state === 'pending' || entry.state === 'sending';
  return {
    entry,
    createdAt: entry.createdAt,
    callId: entry.callId,
    ...(entry.state === 'discarded' ? {} : { dedupeKey: entry.dedupeKey }),
    ...(entry.state === 'pending' ? { nextTryAt: entry.nextTryAt } : {}),
    ...(isInFlight ? { inFlightOf: [entry.personId, entry.createdAt] satisfies [string, number] } : {}),
    ...(entry.state === 'delivered' ? { deliveredTo: entry.personId } : {}),
    ...(isUnsent(entry) ? { unsentSince: entry.createdAt } : {}),
  };
}
