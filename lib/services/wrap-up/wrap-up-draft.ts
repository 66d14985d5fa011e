import { withHistory } from '@/lib/domain/call/call-record';
import type { CallId } from '@/lib/domain/core/ids';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import type { CallRecords, PublishCalls } from '@/lib/services/call/calls-port';

export type WrapUpDraftDeps = {
  readonly records: CallRecords;
  readonly publishCalls: PublishCalls;
  readonly now: () => number;
};

/** What may be done to a wrap-up before it is a log. */
export function createWrapUpDraft({ records, publishCalls, now }: WrapUpDraftDeps) {
  return {
    /** Last write wins; nothing once the log is made. */
    save: async (callId: CallId, draft: WrapUpDraft): Promise<void> => {
      await records.saveDraft(callId, draft, now());
      await publishCalls();
    },
    /** An unfinished call of an earlier browser run becomes the call in hand. */
    takeUp: async (callId: CallId): Promise<void> => {
      await records.change(callId, (record) => ({ ...withHistory(record, now(), 'taken up'), wasInterrupted: false }));
      await publishCalls();
    },
    /** Closes a call without a log; the record keeps that the rep decided so. */
    waive: async (callId: CallId): Promise<void> => {
      await records.change(callId, (record) =>
        record.wrapUp.state === 'open'
          ? { ...withHistory(record, now(), 'not logged by choice'), wrapUp: { ...record.wrapUp, state: 'waived' } }
          : record,
      );
      await publishCalls();
    },
  };
}
