import { eraseEntry, eraseRecord, mayErase } from '@/lib/domain/journal/erasure';
import type { CallId } from '@/lib/domain/core/ids';
import { toJournalCall, type JournalCall } from '@/lib/domain/journal/journal';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import { readCallRow, readEntryRow } from '@/lib/storage/rows/disk-rows';
import type { KeptRows } from '@/lib/storage/rows/kept-rows';

export type JournalStore = ReturnType<typeof createJournalStore>;

/** Every call that this device knows of with what became of its log; and the erasing of what is old. */
export function createJournalStore(rows: KeptRows) {
  return {
    /** The rep's calls placed since then, and older ones whose log arrived since then; oldest first. */
    list: (since: number, userGuid: string): Promise<readonly JournalCall[]> =>
      rows.read(async (connection) => {
        const transaction = connection.transaction(['calls', 'outbox']);
        const calls = transaction.objectStore('calls');
        const outbox = transaction.objectStore('outbox');
        const arrived = await outbox.index('deliveredAt').getAll(IDBKeyRange.lowerBound([since]));
        const placed = await calls.index('placedAt').getAll(IDBKeyRange.lowerBound(since));
        const earlier = new Set(arrived.map(({ callId }) => callId));
        for (const { record } of placed) earlier.delete(record.call.callId);
        const all = [...(await Promise.all([...earlier].map((callId) => calls.get(callId)))), ...placed];
        const records = all
          .flatMap((row) => readCallRow(row, rows) ?? [])
          .filter(({ call }) => call.owner.userGuid === userGuid);
        return Promise.all(
          records.map(async (record) => {
            const entries = await outbox.index('callId').getAll(record.call.callId);
            return toJournalCall(
              record,
              entries.flatMap((row) => readEntryRow(row, rows) ?? []),
            );
          }),
        );
      }),

    /** Calls placed after the one moment and up to the other, oldest first, at most `limit`. */
    listPlaced: (after: number, until: number, limit: number) =>
      rows.read(async (connection) => {
        if (until <= after) return [];
        const placed = await connection.getAllFromIndex(
          'calls',
          'placedAt',
          IDBKeyRange.bound(after, until, true),
          limit,
        );
        return placed.map(({ record, placedAt }) => ({ callId: record.call.callId, placedAt }));
      }),

    /** One transaction; false when the call may not be erased yet. One that is gone or cannot be read is done with. */
    erase: (callId: CallId, now: number, retentionDays: number): Promise<boolean> =>
      rows.writeToDisk(async (row) => {
        const record = await row.record(callId);
        if (!record) return true;
        const found = await row.transaction.objectStore('outbox').index('callId').getAll(callId);
        const entries: readonly OutboxEntry[] = found.flatMap((one) => readEntryRow(one, rows) ?? []);
        if (!mayErase(record, entries, now, retentionDays)) return false;
        await row.putRecord(eraseRecord(record, now));
        for (const entry of entries) await row.putEntry(entry, eraseEntry(entry));
        return true;
      }),
  };
}
