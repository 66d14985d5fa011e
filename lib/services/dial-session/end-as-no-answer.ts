import { callInHand, withHistory, type CallRecord } from '@/lib/domain/call/call-record';
import { workIdOf } from '@/lib/domain/dial-session/dial-session';
import type { CallId } from '@/lib/domain/core/ids';
import { noAnswerName } from '@/lib/domain/wrap-up/preselect';
import type { LineOutcomes } from '@/lib/domain/settings/values';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import type { CallRecords } from '@/lib/services/call/calls-port';
import type { SubmitOutcome } from '@/lib/domain/wrap-up/check-wrap-up';

export type EndAsNoAnswerDeps = {
  readonly records: Pick<CallRecords, 'listOpen' | 'change'>;
  readonly hangUp: (callId: CallId) => Promise<void>;
  readonly submit: (callId: CallId, draft: WrapUpDraft) => Promise<SubmitOutcome>;
  readonly readOutcomes: () => Promise<LineOutcomes>;
  readonly readKnownRules: () => Promise<TeamRules | undefined>;
  readonly dialNext: (done?: string) => Promise<void>;
  /** The log lacks something that only the rep can say. */
  readonly showPanel: () => Promise<void>;
  readonly now: () => number;
};

/**
 * One key for a call that nobody answers: ends it, logs it as no answer, and dials the next. The wish is kept with the
 * call, so that it is fulfilled whatever happens to the worker before the line has told of the end.
 */
export function createEndAsNoAnswer(deps: EndAsNoAnswerDeps) {
  const finish = async ({ call, wrapUp }: CallRecord): Promise<void> => {
    const outcome = await deps.submit(call.callId, wrapUp.draft);
    if (outcome.kind === 'saved') return deps.dialNext(workIdOf(call.source));
    await deps.records.change(call.callId, ({ logsItself: _wish, ...record }) => record);
    await deps.showPanel();
  };

  return {
    /** With nothing in hand it dials the next. What the rep has chosen and written already stays. */
    end: async (): Promise<void> => {
      const inHand = callInHand(await deps.records.listOpen());
      if (!inHand) return deps.dialNext();
      const disposition = noAnswerName(await deps.readOutcomes(), await deps.readKnownRules());
      const changed = await deps.records.change(inHand.call.callId, (record) => ({
        ...withHistory(record, deps.now(), 'ended as no answer'),
        logsItself: true,
        wrapUp: {
          ...record.wrapUp,
          draft: { ...record.wrapUp.draft, disposition: record.wrapUp.draft.disposition || disposition },
        },
      }));
      if (changed?.after.call.state === 'ended') return finish(changed.after);
      await deps.hangUp(inHand.call.callId);
    },
    /** Told of every call that has ended. */
    onEnded: async (callId: CallId): Promise<void> => {
      const record = (await deps.records.listOpen()).find(({ call }) => call.callId === callId);
      if (record?.logsItself === true && record.call.state === 'ended') await finish(record);
    },
  };
}
