import { withHistory, type CallRecord } from '@/lib/domain/call/call-record';
import type { CallId, EntryId } from '@/lib/domain/core/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import type { KeptRows } from '@/lib/storage/rows/kept-rows';
import type { Rows } from '@/lib/storage/rows/rows';

export type CallAndOutbox = ReturnType<typeof createCallAndOutbox>;

/** The transactions that touch a call and its entry together: both happen or neither does. */
export function createCallAndOutbox(rows: KeptRows) {
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
      rows.write(async (row) => {
        const known = await row.entryOfCall(callId);
        if (known) return known.entryId;
        const added = (await row.isKeyTaken(entry.dedupeKey)) ? withoutCompleting : entry;
        await row.putEntry(undefined, added);
        await changeRecord(row, callId, (record) => ({
          ...withHistory(record, entry.createdAt, 'submitted'),
          wrapUp: { ...record.wrapUp, state: 'submitted', draft, savedAt: entry.createdAt },
        }));
        return added.entryId;
      }),

    /** Takes a log back before it left; the wrap-up opens again. `next` returns the same entry for "too late". */
    reopen: (entryId: EntryId, now: number, next: (entry: OutboxEntry) => OutboxEntry): Promise<boolean> =>
      rows.write(async (row) => {
        const held = await row.entry(entryId);
        const changed = held && next(held);
        if (!changed || changed === held) return false;
        await row.putEntry(held, changed);
        await changeRecord(row, changed.callId, (record) => ({
          ...withHistory(record, now, 'undone'),
          wrapUp: { ...record.wrapUp, state: 'open' },
        }));
        return true;
      }),

    /** Closes one entry and adds the one that takes its place. */
    replace: (closed: OutboxEntry, added: OutboxEntry): Promise<boolean> =>
      rows.write(async (row) => {
        const current = await row.entry(closed.entryId);
        if (current?.claimToken !== closed.claimToken || current.state === 'discarded') return false;
        await row.putEntry(current, closed);
        await row.putEntry(undefined, added);
        return true;
      }),
  };
}

async function changeRecord(row: Rows, callId: CallId, next: (record: CallRecord) => CallRecord): Promise<void> {
  const record = (await row.knows(callId)) ? await row.record(callId) : undefined;
  if (record) await row.putRecord(next(record));
}
