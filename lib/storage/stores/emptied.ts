import { browser } from 'wxt/browser';
import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import { toCallRow } from '@/lib/storage/database/call-rows';
import { COUNTS_KEY, countEntry, isUnsent, NO_COUNTS, toEntryRow } from '@/lib/storage/database/outbox-rows';
import type { Connection } from '@/lib/storage/database/schema';
import { setInSession } from '@/lib/storage/snapshots/session-area';
import { readSnapshot } from '@/lib/storage/snapshots/snapshots';
import type { Unsaved } from '@/lib/storage/rows/unsaved';

/** In `storage.local`: this browser has had a database of ours. */
const MADE = 'database:made';
const EMPTIED = 'emptied';

/** What is known of an emptied database, until the rep has seen it. */
export type Emptied = {
  readonly at: number;
  readonly putBackLogs: number;
  readonly lost: readonly OutboxRow[];
  readonly lostLogs: number;
};

/**
 * A database that had to be made although there has been one: Chrome's storage was emptied. What the worker still knows
 * is put back; of the rest, what was last shown is kept for the export, so that a rep can log it by hand.
 */
export function createEmptied(deps: {
  readonly unsaved: Unsaved;
  readonly now: () => number;
  readonly onEmptied: () => void;
}) {
  return {
    onMade: async (connection: Connection): Promise<void> => {
      const shown = await readSnapshot('outbox');
      const wasThere = shown !== undefined || (await browser.storage.local.get(MADE))[MADE] === true;
      await browser.storage.local.set({ [MADE]: true });
      if (!wasThere) return;
      const putBack = await restore(connection, deps.unsaved);
      const lost = (shown?.entries ?? []).filter((row) => row.state !== 'delivered' && !putBack.has(row.entryId));
      const lostLogs = Math.max(lost.length, (shown?.unsent ?? 0) - putBack.size);
      await setInSession(EMPTIED, { at: deps.now(), putBackLogs: putBack.size, lost, lostLogs } satisfies Emptied);
      deps.onEmptied();
    },
    read: async (): Promise<Emptied | undefined> =>
      (await browser.storage.session.get(EMPTIED))[EMPTIED] as Emptied | undefined,
    close: (): Promise<void> => browser.storage.session.remove(EMPTIED),
  };
}

/** The calls in hand and the logs that this worker knows to have been there; resolves to the logs' ids. */
async function restore(connection: Connection, unsaved: Unsaved): Promise<ReadonlySet<string>> {
  const inMemory = new Set(unsaved.all().entries.map((entry) => entry.entryId));
  const logs = unsaved.entries().filter((entry) => isUnsent(entry));
  const transaction = connection.transaction(['calls', 'outbox', 'meta'], 'readwrite', { durability: 'strict' });
  for (const record of unsaved.openRecords())
    await transaction.objectStore('calls').put(toCallRow(record), record.call.callId);
  let counts = NO_COUNTS;
  for (const entry of logs) {
    // Those in memory follow by themselves.
    if (inMemory.has(entry.entryId)) continue;
    await transaction.objectStore('outbox').put(toEntryRow(entry), entry.entryId);
    counts = countEntry(counts, entry, 1);
  }
  await transaction.objectStore('meta').put(counts, COUNTS_KEY);
  await transaction.done;
  return new Set(logs.map((entry) => entry.entryId));
}
