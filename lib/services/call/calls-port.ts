import type { Call } from '@/lib/domain/call/call';
import type { CallRecord } from '@/lib/domain/call/call-record';
import type { Changed } from '@/lib/domain/core/changed';
import type { CallId, PersonId } from '@/lib/domain/core/ids';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';

/** Where call records are kept; see the store for what "kept" promises. */
export type CallRecords = {
  /** Stores the intent, with what its notes begin with. */
  open(call: Call, notes?: string): Promise<{ readonly record: CallRecord; readonly isNew: boolean }>;
  read(callId: CallId): Promise<CallRecord | undefined>;
  /** Undefined when there is no such call. `next` returns the same record for "no change". */
  change(callId: CallId, next: (record: CallRecord) => CallRecord): Promise<Changed<CallRecord> | undefined>;
  saveDraft(callId: CallId, draft: WrapUpDraft, now: number): Promise<unknown>;
  listOpen(): Promise<readonly CallRecord[]>;
  countSince(since: number): Promise<number>;
  /** When calls were placed at or after `since`, oldest first. */
  placedSince(since: number): Promise<readonly number[]>;
  /** Newest first. */
  lastCallsTo(personId: PersonId, most: number): Promise<readonly Call[]>;
};

/** Publishes the call in hand and the unfinished ones, from the records. */
export type PublishCalls = () => Promise<void>;
