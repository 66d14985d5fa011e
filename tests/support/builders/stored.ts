import { createCallAndOutbox } from '@/lib/storage/stores/call-and-outbox';
import { createCallsStore } from '@/lib/storage/stores/stored-calls';
import { createDatabase, type DatabaseDeps } from '@/lib/storage/database/database';
import { createKeptRows } from '@/lib/storage/rows/kept-rows';
import { createOutboxPages } from '@/lib/storage/stores/outbox-pages';
import { createOutboxStore } from '@/lib/storage/stores/stored-outbox';
import { NO_COUNTS } from '@/lib/storage/database/outbox-rows';
import type { Puts } from '@/lib/storage/rows/rows';
import { createUnsaved, type Unsaved, type UnsavedCopy } from '@/lib/storage/rows/unsaved';

/** What `storage.session` would keep over the worker's death. */
export function createMemoryCopy(): UnsavedCopy & { readonly kept: () => Puts } {
  let kept: Puts = { records: [], entries: [] };
  return {
    kept: () => kept,
    read: () => Promise.resolve({ unsaved: kept, open: [], counts: NO_COUNTS }),
    write: (puts) => {
      kept = puts;
      return Promise.resolve();
    },
  };
}

/** The stores of one worker over the IndexedDB at hand. */
export function openStores(given: DatabaseDeps & { readonly copy?: UnsavedCopy; readonly unsaved?: Unsaved } = {}) {
  const { copy = createMemoryCopy(), unsaved = createUnsaved(copy), ...deps } = given;
  const database = createDatabase(deps);
  const rows = createKeptRows({ database, unsaved, now: () => 1_000, onState: () => Promise.resolve() });
  return {
    database,
    unsaved,
    rows,
    records: createCallsStore(rows),
    outbox: createOutboxStore(rows),
    pages: createOutboxPages(rows),
    callAndOutbox: createCallAndOutbox(rows),
  };
}
