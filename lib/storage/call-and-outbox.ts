import { withHistory, type CallRecord } from '@/lib/domain/call-record';
import type { CallId, EntryId } from '@/lib/domain/ids';
import type { OutboxEntry } from '@/lib/domain/outbox';
import type { WrapUpDraft } from '@/lib/domain/wrap-up';
import { toCallRow } from './call-rows';
import type { Database } from './database';
import { putEntry, type OutboxTransaction } from './outbox-rows';
import { readEntryRow, writing } from './outbox-store';
import { upgradeEntry } from './stored-entry';
import { upgradeRecord } from './stored-record';

export type CallAndOutbox = ReturnType<typeof createCallAndOutbox>;

/** The transactions that touch a call and its entry together: both happen or neither does. */
export function createCallAndOutbox(database: Database) {
  return {
    /**
     * Closes the call and adds its log. A call that has its log already gives that entry back, so a repeat is
     * harmless. When another entry holds the dedupe key, `withoutCompleting` is stored instead: the action can
     * succeed once only, and no call may be lost to that.
     */
    closeAndAdd: (
      callId: CallId,
      draft: WrapUpDraft,
      entry: OutboxEntry,
      withoutCompleting: OutboxEntry,
    ): Promise<EntryId> =>
      database.use(async (connection) => {
        const transaction = writing(connection);
        const known = await activeEntryOf(transaction, callId);
        const added = known ?? ((await isKeyTaken(transaction, entry)) ? withoutCompleting : entry);
        if (!known) {
          await putEntry(transaction, undefined, added);
          await changeRecord(transaction, callId, (record) => ({
            ...withHistory(record, entry.createdAt, 'submitted'),
            wrapUp: { ...record.wrapUp, state: 'submitted', draft, savedAt: entry.createdAt },
          }));
        }
        await transaction.done;
        return added.entryId;
      }),

    /** Takes a log back before it left; the wrap-up opens again. `next` returns the same entry for "too late". */
    reopen: (entryId: EntryId, now: number, next: (entry: OutboxEntry) => OutboxEntry): Promise<boolean> =>
      database.use(async (connection) => {
        const transaction = writing(connection);
        const held = readEntryRow(await transaction.objectStore('outbox').get(entryId), database);
        const changed = held && next(held);
        const isTakenBack = changed !== undefined && changed !== held;
        if (isTakenBack) {
          await putEntry(transaction, held, changed);
          await changeRecord(transaction, changed.callId, (record) => ({
            ...withHistory(record, now, 'undone'),
            wrapUp: { ...record.wrapUp, state: 'open' },
          }));
        }
        await transaction.done;
        return isTakenBack;
      }),

    /** Closes one entry and adds the one that takes its place. */
    replace: (closed: OutboxEntry, added: OutboxEntry): Promise<boolean> =>
      database.use(async (connection) => {
        const transaction = writing(connection);
        const current = readEntryRow(await transaction.objectStore('outbox').get(closed.entryId), database);
        const isCurrent = current?.claimToken === closed.claimToken && current.state !== 'discarded';
        if (isCurrent) {
          await putEntry(transaction, current, closed);
          await putEntry(transaction, undefined, added);
        }
        await transaction.done;
        return isCurrent;
      }),
  };
}

async function activeEntryOf(transaction: OutboxTransaction, callId: CallId): Promise<OutboxEntry | undefined> {
  const rows = await transaction.objectStore('outbox').index('callId').getAll(callId);
  return rows.flatMap((row) => upgradeEntry(row.entry) ?? []).find((entry) => entry.state !== 'discarded');
}

async function isKeyTaken(transaction: OutboxTransaction, entry: OutboxEntry): Promise<boolean> {
  return (await transaction.objectStore('outbox').index('dedupeKey').getKey(entry.dedupeKey)) !== undefined;
}

async function changeRecord(
  transaction: OutboxTransaction,
  callId: CallId,
  next: (record: CallRecord) => CallRecord,
): Promise<void> {
  const calls = transaction.objectStore('calls');
  const record = upgradeRecord((await calls.get(callId))?.record);
  if (record) await calls.put(toCallRow(next(record)), callId);
}

