import type { Call } from '@/lib/domain/call';
import type { Changed } from '@/lib/domain/changed';
import type { CallId, PersonId } from '@/lib/domain/ids';
import { isUnfinished, newCallRecord, type CallRecord } from '@/lib/domain/call-record';
import type { WrapUpDraft } from '@/lib/domain/wrap-up';
import type { CallRow, Database } from './database';

export type CallsStore = ReturnType<typeof createCallsStore>;

/** Calls as records, from before the phone dials. Every write is strict: acknowledged means on disk. */
export function createCallsStore(database: Database) {
  const change = (callId: CallId, next: (record: CallRecord) => CallRecord): Promise<Changed<CallRecord> | undefined> =>
    database.use(async (connection) => {
      const transaction = connection.transaction('calls', 'readwrite', { durability: 'strict' });
      const row = await transaction.store.get(callId);
      const changed = row && next(row.record);
      if (row && changed && changed !== row.record) await transaction.store.put(toCallRow(changed), callId);
      await transaction.done;
      return row && changed && { before: row.record, after: changed };
    });

  return {
    /** Stores the intent. The same id twice keeps the first: `isNew` tells. */
    open: (call: Call): Promise<{ record: CallRecord; isNew: boolean }> =>
      database.use(async (connection) => {
        const transaction = connection.transaction('calls', 'readwrite', { durability: 'strict' });
        const known = await transaction.store.get(call.callId);
        const record = known?.record ?? newCallRecord(call);
        if (!known) await transaction.store.put(toCallRow(record), call.callId);
        await transaction.done;
        return { record, isNew: !known };
      }),

    read: (callId: CallId): Promise<CallRecord | undefined> =>
      database.use(async (connection) => (await connection.get('calls', callId))?.record),

    /** Reads, changes and writes in one transaction; `next` returns the same record for "no change". */
    change,

    saveDraft: (callId: CallId, draft: WrapUpDraft, now: number): Promise<unknown> =>
      change(callId, (record) =>
        isUnfinished(record) ? { ...record, wrapUp: { ...record.wrapUp, draft, savedAt: now } } : record,
      ),

    /** Live calls and calls whose wrap-up is not done, oldest first. */
    listOpen: (): Promise<readonly CallRecord[]> =>
      database.use(async (connection) =>
        (await connection.getAllFromIndex('calls', 'openSince')).map((row) => row.record),
      ),

    /** How many calls were placed at or after `since`. */
    countSince: (since: number): Promise<number> =>
      database.use((connection) => connection.countFromIndex('calls', 'placedAt', IDBKeyRange.lowerBound(since))),

    /** When this device last placed a call to the person; 0 when never. */
    lastCalledAt: (personId: PersonId): Promise<number> =>
      database.use(async (connection) => {
        const range = IDBKeyRange.bound([personId, 0], [personId, Infinity]);
        const cursor = await connection.transaction('calls').store.index('ofPerson').openKeyCursor(range, 'prev');
        return cursor?.key[1] ?? 0;
      }),
  };
}

export function toCallRow(record: CallRecord): CallRow {
  const { placedAt, person } = record.call;
  return {
    record,
    placedAt,
    ofPerson: [person.personId, placedAt],
    ...(isUnfinished(record) ? { openSince: placedAt } : {}),
  };
}
