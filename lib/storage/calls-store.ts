import type { Call } from '@/lib/domain/call';
import type { Changed } from '@/lib/domain/changed';
import type { CallId, PersonId } from '@/lib/domain/ids';
import { isUnfinished, newCallRecord, type CallRecord } from '@/lib/domain/call-record';
import type { WrapUpDraft } from '@/lib/domain/wrap-up';
import { readCallRow } from './disk-rows';
import type { KeptRows } from './kept-rows';
import type { CallRow } from './schema';

export type CallsStore = ReturnType<typeof createCallsStore>;

/**
 * Calls as records, from before the phone dials. Every write is strict: acknowledged means on disk, or, while the disk
 * refuses, kept in memory and told to the rep. Dialing never waits for the disk.
 */
export function createCallsStore(rows: KeptRows) {
  const readRow = (row: CallRow | undefined): CallRecord | undefined => readCallRow(row, rows);

  const change = (callId: CallId, next: (record: CallRecord) => CallRecord): Promise<Changed<CallRecord> | undefined> =>
    rows.write(async (row) => {
      const before = await row.record(callId);
      const after = before && next(before);
      if (after && after !== before) await row.putRecord(after);
      return before && after && { before, after };
    });

  return {
    /** Stores the intent. The same id twice keeps the first: `isNew` tells. */
    open: (call: Call, notes = ''): Promise<{ record: CallRecord; isNew: boolean }> =>
      rows.write(async (row) => {
        const known = (await row.knows(call.callId)) ? await row.record(call.callId) : undefined;
        const record = known ?? newCallRecord(call, notes);
        if (!known) await row.putRecord(record);
        return { record, isNew: !known };
      }),

    read: (callId: CallId): Promise<CallRecord | undefined> =>
      rows.read(
        async (connection) => readRow(await connection.get('calls', callId)),
        (unsaved) => unsaved.record(callId),
      ),

    /** Reads, changes and writes in one transaction; `next` returns the same record for "no change". */
    change,

    saveDraft: (callId: CallId, draft: WrapUpDraft, now: number): Promise<unknown> =>
      change(callId, (record) =>
        isUnfinished(record) ? { ...record, wrapUp: { ...record.wrapUp, draft, savedAt: now } } : record,
      ),

    /** Live calls and calls whose wrap-up is not done, oldest first. */
    listOpen: (): Promise<readonly CallRecord[]> =>
      rows.read(
        async (connection) => {
          const open = (await connection.getAllFromIndex('calls', 'openSince')).flatMap((row) => readRow(row) ?? []);
          rows.noteOpen(open);
          return open;
        },
        (unsaved) => unsaved.openRecords(),
      ),

    /** How many calls were placed at or after `since`; while the disk cannot be read, those this worker knows of. */
    countSince: (since: number): Promise<number> =>
      rows.read(
        (connection) => connection.countFromIndex('calls', 'placedAt', IDBKeyRange.lowerBound(since)),
        (unsaved) => unsaved.everyRecord().filter(({ call }) => call.placedAt >= since).length,
      ),

    /** When this device last placed a call to the person; 0 when never, or when it cannot be read. */
    lastCalledAt: (personId: PersonId): Promise<number> =>
      rows.read(
        async (connection) => {
          const range = IDBKeyRange.bound([personId, 0], [personId, Infinity]);
          const cursor = await connection.transaction('calls').store.index('ofPerson').openKeyCursor(range, 'prev');
          return cursor?.key[1] ?? 0;
        },
        (unsaved) =>
          Math.max(0, ...unsaved.everyRecord().flatMap(({ call }) => (call.person.personId === personId ? [call.placedAt] : []))),
      ),
  };
}
