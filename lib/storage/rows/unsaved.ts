import { isUnfinished, type CallRecord } from '@/lib/domain/call/call-record';
import type { CallId, EntryId } from '@/lib/domain/core/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import { countEntry, isUnsent, NO_COUNTS, type OutboxCounts } from '@/lib/storage/database/outbox-rows';
import type { Puts } from './rows';

/** Where the unsaved rows are kept over the worker's death; see unsaved-copy. */
export type UnsavedCopy = {
  read(): Promise<{
    readonly unsaved: Puts;
    /** The unfinished calls and the outbox's counts as they were last published. */
    readonly open: readonly CallRecord[];
    readonly counts: OutboxCounts;
  }>;
  write(unsaved: Puts): Promise<void>;
};

const KNOWN_AT_MOST = 500;

export type Unsaved = ReturnType<typeof createUnsaved>;

/**
 * What the disk has refused, in the order it was put, and beside it what this worker knows to be on the disk: the
 * unfinished calls and the unsent logs listed or written last, so that a call can go on, be logged and be shown while
 * nothing can be read.
 */
export function createUnsaved(copy: UnsavedCopy) {
  const records = new Map<CallId, CallRecord>();
  const entries = new Map<EntryId, OutboxEntry>();
  const knownRecords = new Map<CallId, CallRecord>();
  const knownUnsent = new Map<EntryId, OutboxEntry>();
  let knownCounts = NO_COUNTS;

  const all = (): Puts => ({ records: [...records.values()], entries: [...entries.values()] });
  const put = (puts: Puts): void => {
    for (const record of puts.records) records.set(record.call.callId, record);
    for (const entry of puts.entries) entries.set(entry.entryId, entry);
  };
  const record = (callId: CallId): CallRecord | undefined => records.get(callId) ?? knownRecords.get(callId);

  return {
    all,
    isEmpty: (): boolean => records.size + entries.size === 0,
    record,
    entry: (entryId: EntryId): OutboxEntry | undefined => entries.get(entryId) ?? knownUnsent.get(entryId),
    openRecords: (): readonly CallRecord[] =>
      [...new Map([...knownRecords, ...records]).values()]
        .filter(isUnfinished)
        .sort((one, other) => one.call.placedAt - other.call.placedAt),
    everyRecord: (): readonly CallRecord[] => [...new Map([...knownRecords, ...records]).values()],

    /** The logs on the disk as far as they were listed last, and those in memory, as they are by now. */
    entries: (): readonly OutboxEntry[] => [...new Map([...knownUnsent, ...entries]).values()],
    counts: (): OutboxCounts => [...entries.values()].reduce(moved, knownCounts),
    noteListed: (unsent: readonly OutboxEntry[]): void => {
      for (const entry of unsent) know(entry);
    },
    noteCounts: (counts: OutboxCounts): void => {
      knownCounts = counts;
    },

    /** Keeps rows the disk has refused. */
    keep: (puts: Puts): Promise<void> => {
      put(puts);
      return copy.write(all());
    },
    /** The copy over the worker's death has gone, and is made again. */
    copyAgain: (): Promise<void> => copy.write(all()),
    /** They are on the disk now. */
    clear: (): Promise<void> => {
      note(all());
      records.clear();
      entries.clear();
      return copy.write(all());
    },
    /** At the worker's start: what an earlier one could not save. */
    restore: async (): Promise<void> => {
      const { unsaved, open, counts } = await copy.read();
      put(unsaved);
      // What was published has counted them in.
      knownCounts = unsaved.entries.reduce((rest, entry) => countEntry(rest, entry, -1), counts);
      note({ records: [...open], entries: [] });
    },
    note,
    /** The calls of which the disk says that they are all the unfinished ones. */
    noteOpen: (open: readonly CallRecord[]): void => {
      knownRecords.clear();
      note({ records: [...open], entries: [] });
    },
  };

  /** What is on the disk for sure. */
  function note(puts: Puts): void {
    for (const one of puts.records) {
      if (isUnfinished(one)) knownRecords.set(one.call.callId, one);
      else knownRecords.delete(one.call.callId);
    }
    for (const one of puts.entries) {
      knownCounts = moved(knownCounts, one);
      if (isUnsent(one)) know(one);
      else knownUnsent.delete(one.entryId);
    }
  }

  /** The counts with an entry as it is by now. One that was not known and has been claimed was counted long ago. */
  function moved(counts: OutboxCounts, entry: OutboxEntry): OutboxCounts {
    const before = knownUnsent.get(entry.entryId);
    if (!before && entry.claimToken > 0) return counts;
    return countEntry(before ? countEntry(counts, before, -1) : counts, entry, 1);
  }

  /** The latest ones only: ten thousand may be waiting. */
  function know(entry: OutboxEntry): void {
    knownUnsent.delete(entry.entryId);
    knownUnsent.set(entry.entryId, entry);
    const [oldest] = knownUnsent.keys();
    if (knownUnsent.size > KNOWN_AT_MOST && oldest) knownUnsent.delete(oldest);
  }
}
