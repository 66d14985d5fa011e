import type { Call } from '@/lib/domain/call';
import type { CallRecord } from '@/lib/domain/call-record';
import type { CallId, PersonId } from '@/lib/domain/ids';
import type { WrapUpDraft } from '@/lib/domain/wrap-up';

/** Where call records are kept; see the store for what "kept" promises. */
export type CallRecords = {
  open(call: Call): Promise<{ readonly record: CallRecord; readonly isNew: boolean }>;
  read(callId: CallId): Promise<CallRecord | undefined>;
  change(callId: CallId, next: (record: CallRecord) => CallRecord): Promise<CallRecord | undefined>;
  saveDraft(callId: CallId, draft: WrapUpDraft, now: number): Promise<CallRecord | undefined>;
  listOpen(): Promise<readonly CallRecord[]>;
  countSince(since: number): Promise<number>;
  lastCalledAt(personId: PersonId): Promise<number>;
};

/** Publishes the call in hand and the unfinished ones, from the records. */
export type PublishCalls = () => Promise<void>;
