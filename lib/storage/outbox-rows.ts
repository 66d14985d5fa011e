import type { IDBPTransaction } from 'idb';
import type { OutboxEntry } from '@/lib/domain/outbox';
import type { EntryRow, LoftlineSchema } from './database';

/** Kept beside the entries and changed in the same transaction: counting 10,000 rows costs 40 ms at every start. */
export type OutboxCounts = { readonly unsent: number; readonly needsAttention: number };

export type OutboxTransaction = IDBPTransaction<LoftlineSchema, ('calls' | 'outbox' | 'meta')[], 'readwrite'>;

const COUNTS_KEY = 'outbox-counts';
const NO_COUNTS: OutboxCounts = { unsent: 0, needsAttention: 0 };

/** Writes an entry and moves the counters with it; `before` is undefined for a new one. */
export async function putEntry(
  transaction: OutboxTransaction,
  before: OutboxEntry | undefined,
  after: OutboxEntry,
): Promise<void> {
  await transaction.objectStore('outbox').put(toEntryRow(after), after.entryId);
  const unsent = weigh(after, isUnsent) - weigh(before, isUnsent);
  const needsAttention = weigh(after, isDead) - weigh(before, isDead);
  if (unsent === 0 && needsAttention === 0) return;
  const meta = transaction.objectStore('meta');
  const counts = readCountsValue(await meta.get(COUNTS_KEY));
  await meta.put(
    { unsent: counts.unsent + unsent, needsAttention: counts.needsAttention + needsAttention },
    COUNTS_KEY,
  );
}

export function readCountsValue(value: unknown): OutboxCounts {
  return (value as OutboxCounts | undefined) ?? NO_COUNTS;
}

export { COUNTS_KEY };

function weigh(entry: OutboxEntry | undefined, counts: (entry: OutboxEntry) => boolean): number {
  return entry && counts(entry) ? 1 : 0;
}

function isUnsent(entry: OutboxEntry): boolean {
  return entry.state === 'pending' || entry.state === 'sending' || entry.state === 'dead';
}

function isDead(entry: OutboxEntry): boolean {
  return entry.state === 'dead';
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
