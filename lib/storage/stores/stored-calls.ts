import type { Call } from '@/lib/domain/call/call';
import type { Changed } from '@/lib/domain/core/changed';
import type { CallId, PersonId } from '@/lib/domain/core/ids';
import { isUnfinished, newCallRecord, type CallRecord } from '@/lib/domain/call/call-record';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import { readCallRow } from '@/lib/storage/rows/disk-rows';
import type { KeptRows } from '@/lib/storage/rows/kept-rows';
import type { CallRow } from '@/lib/storage/database/schema';

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

    /** When calls were placed at or after `since`, oldest first. */
    placedSince: (since: number): Promise<readonly number[]> =>
      rows.read(
        async (connection) => {
          const keys: number[] = [];
          const index = connection.transaction('calls').store.index('placedAt');
          for (
            let cursor = await index.openKeyCursor(IDBKeyRange.lowerBound(since));
            cursor;
            cursor = await cursor.continue()
          ) {
            keys.push(cursor.key);
          }
          return keys;
        },
        (unsaved) =>
          unsaved
            .everyRecord()
            .flatMap(({ call }) => (call.placedAt >= since ? [call.placedAt] : []))
            .sort((one, other) => one - other),
      ),

    /** The last calls to the person, newest first; none that cannot be read. */
    lastCallsTo: (personId: PersonId, most: number): Promise<readonly Call[]> =>
      rows.read(
        async (connection) => {
          const range = IDBKeyRange.bound([personId, 0], [personId, Infinity]);
          const index = connection.transaction('calls').store.index('ofPerson');
          const calls: Call[] = [];
          for (
            let cursor = await index.openCursor(range, 'prev');
            cursor && calls.length < most;
            cursor = await cursor.continue()
          ) {
            const record = readRow(cursor.value);
            if (record) calls.push(record.call);
          }
          return calls;
        },
        (unsaved) =>
          unsaved
            .everyRecord()
            .map(({ call }) => call)
            .filter(({ person }) => person.personId === personId)
            .sort((one, other) => other.placedAt - one.placedAt)
            .slice(0, most),
      ),
  };
}
