import type { Call } from '@/lib/domain/call';
import type { Changed } from '@/lib/domain/changed';
import type { CallId, PersonId } from '@/lib/domain/ids';
import { isUnfinished, newCallRecord, type CallRecord } from '@/lib/domain/call-record';
import type { WrapUpDraft } from '@/lib/domain/wrap-up';
import { toCallRow } from './call-rows';
import type { Database } from './database';
import type { CallRow } from './schema';
import { upgradeRecord } from './stored-record';

export type CallsStore = ReturnType<typeof createCallsStore>;

/** Calls as records, from before the phone dials. Every write is strict: acknowledged means on disk. */
export function createCallsStore(database: Database) {
  const change = (callId: CallId, next: (record: CallRecord) => CallRecord): Promise<Changed<CallRecord> | undefined> =>
    database.use(async (connection) => {
      const transaction = connection.transaction('calls', 'readwrite', { durability: 'strict' });
      const before = readRecord(await transaction.store.get(callId));
      const after = before && next(before);
      if (after && after !== before) await transaction.store.put(toCallRow(after), callId);
      await transaction.done;
      return before && after && { before, after };
    });

  /** What cannot be read as a record is passed over, and seen to by whoever looks after damage. */
  const readRecord = (row: CallRow | undefined): CallRecord | undefined => {
    const record = row && upgradeRecord(row.record);
    if (row && !record) database.noticeDamage();
    return record;
  };

  return {
    /** Stores the intent. The same id twice keeps the first: `isNew` tells. */
    open: (call: Call): Promise<{ record: CallRecord; isNew: boolean }> =>
      database.use(async (connection) => {
        const transaction = connection.transaction('calls', 'readwrite', { durability: 'strict' });
        const known = await transaction.store.get(call.callId);
        const record = readRecord(known) ?? newCallRecord(call);
        if (!known) await transaction.store.put(toCallRow(record), call.callId);
        await transaction.done;
        return { record, isNew: !known };
      }),

    read: (callId: CallId): Promise<CallRecord | undefined> =>
      database.use(async (connection) => readRecord(await connection.get('calls', callId))),

    /** Reads, changes and writes in one transaction; `next` returns the same record for "no change". */
    change,

    saveDraft: (callId: CallId, draft: WrapUpDraft, now: number): Promise<unknown> =>
      change(callId, (record) =>
        isUnfinished(record) ? { ...record, wrapUp: { ...record.wrapUp, draft, savedAt: now } } : record,
      ),

    /** Live calls and calls whose wrap-up is not done, oldest first. */
    listOpen: (): Promise<readonly CallRecord[]> =>
      database.use(async (connection) =>
        (await connection.getAllFromIndex('calls', 'openSince')).flatMap((row) => readRecord(row) ?? []),
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
