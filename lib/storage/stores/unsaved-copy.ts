import { browser } from 'wxt/browser';
import type { CallRecord } from '@/lib/domain/call/call-record';
import type { Puts } from '@/lib/storage/rows/rows';
import { setInSession } from '@/lib/storage/snapshots/session-area';
import type { CallsView } from '@/lib/domain/call/calls-view';
import { readSnapshot } from '@/lib/storage/snapshots/snapshots';
import { upgradeEntry } from '@/lib/storage/database/stored-entry';
import { upgradeRecord } from '@/lib/storage/database/stored-record';
import type { UnsavedCopy } from '@/lib/storage/rows/unsaved';

const KEY = 'unsaved';

/** Unsaved rows in `storage.session`: they outlive the worker, not the browser. Not there, they are in memory only. */
export function createUnsavedCopy(): UnsavedCopy {
  return {
    read: async () => {
      const kept = (await browser.storage.session.get(KEY))[KEY];
      const { records = [], entries = [] } = typeof kept === 'string' ? (JSON.parse(kept) as Partial<Puts>) : {};
      const outbox = await readSnapshot('outbox');
      return {
        counts: { unsent: outbox?.unsent ?? 0, needsAttention: outbox?.needsAttention ?? 0 },
        unsaved: {
          records: records.flatMap((record) => upgradeRecord(record) ?? []),
          entries: entries.flatMap((entry) => upgradeEntry(entry) ?? []),
        },
        open: toRecords(await readSnapshot('call')),
      };
    },
    write: async (unsaved) => {
      if (unsaved.records.length + unsaved.entries.length === 0) await browser.storage.session.remove(KEY);
      else await setInSession(KEY, JSON.stringify(unsaved));
    },
  };
}

/** The unfinished calls as they were last published, without their history: the disk has that. */
function toRecords(snapshot: CallsView | undefined): readonly CallRecord[] {
  const { call, wrapUp, unfinished = [] } = snapshot ?? {};
  const inHand = call && wrapUp ? [{ call, wrapUp, wasInterrupted: false, history: [] }] : [];
  return [...unfinished.map((one) => ({ ...one, wasInterrupted: true, history: [] })), ...inHand].flatMap(
    (record) => upgradeRecord(record) ?? [],
  );
}
