import type { CallRecord } from '@/lib/domain/call/call-record';
import type { CallId, EntryId } from '@/lib/domain/core/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';

/** What one write may read and put: the same on the disk and, while that refuses, in memory. */
export type Rows = {
  knows(callId: CallId): Promise<boolean>;
  record(callId: CallId): Promise<CallRecord | undefined>;
  putRecord(record: CallRecord): Promise<void>;
  entry(entryId: EntryId): Promise<OutboxEntry | undefined>;
  /** `before` is undefined for a new one. */
  putEntry(before: OutboxEntry | undefined, after: OutboxEntry): Promise<void>;
  /** The call's log, unless it is discarded. */
  entryOfCall(callId: CallId): Promise<OutboxEntry | undefined>;
  /** Whether an entry that is not discarded holds the key. */
  isKeyTaken(dedupeKey: string): Promise<boolean>;
};

/** What a write has put, in order. */
export type Puts = { readonly records: CallRecord[]; readonly entries: OutboxEntry[] };
