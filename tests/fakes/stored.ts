import { createCallAndOutbox } from '@/lib/storage/call-and-outbox';
import { createCallsStore } from '@/lib/storage/calls-store';
import { createDatabase, type DatabaseDeps } from '@/lib/storage/database';
import { createKeptRows } from '@/lib/storage/kept-rows';
import { createOutboxPages } from '@/lib/storage/outbox-pages';
import { createOutboxStore } from '@/lib/storage/outbox-store';
import { NO_COUNTS } from '@/lib/storage/outbox-rows';
import type { Puts } from '@/lib/storage/rows';
import { createUnsaved, type Unsaved, type UnsavedCopy } from '@/lib/storage/unsaved';

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
