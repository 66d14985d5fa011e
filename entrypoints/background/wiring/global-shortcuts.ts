import { v7 } from 'uuid';
import { callInHand } from '@/lib/domain/call/call-record';
import { DialerError } from '@/lib/domain/core/errors';
import { asId, type CallId } from '@/lib/domain/core/ids';
import { showPanel } from '@/lib/platform/side-panel';
import { createDialNext, type DialNextDeps } from '@/lib/services/dial-session/dial-next';
import { createEndAsNoAnswer, type EndAsNoAnswerDeps } from '@/lib/services/dial-session/end-as-no-answer';
import type { CallRecords } from '@/lib/services/call/calls-port';
import type { createControlCall } from '@/lib/services/call/control-call';
import { readSnapshot } from '@/lib/storage/snapshots/snapshots';
import type { WorkerContext } from './context';
import { readKnownRules, readRows } from './published-state';

export type OneKeySideDeps = Pick<WorkerContext, 'events' | 'publish' | 'now'> &
  Omit<DialNextDeps, 'show' | 'newId' | 'readRows' | 'readRun' | 'now'> &
  Omit<EndAsNoAnswerDeps, 'records' | 'dialNext' | 'showPanel' | 'hangUp' | 'readKnownRules' | 'now'> & {
    readonly records: Pick<CallRecords, 'listOpen' | 'change'>;
    readonly controlCall: ReturnType<typeof createControlCall>;
  };

/** What the keys do that work from any tab. */
export function assembleOneKeys(deps: OneKeySideDeps) {
  const { records, controlCall, publish } = deps;
  const dialNext = createDialNext({
    ...deps,
    readRows,
    readRun: async () => (await readSnapshot('dialSession'))?.run ?? undefined,
    show: async (question) => {
      await publish('question', { question });
      await showPanel();
    },
    newId: () => asId<CallId>(v7()),
  });
  const noAnswer = createEndAsNoAnswer({ ...deps, readKnownRules, hangUp: controlCall.hangUp, dialNext, showPanel });
  /** Nobody looks at the panel perhaps: what stands in the way is shown there. */
  const orShow = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof DialerError)) throw error;
      await showPanel();
    }
  };
  const onEnded = (callId: CallId): Promise<void> => orShow(() => noAnswer.onEnded(callId));
  deps.events.on('callEnded', onEnded);
  return {
    endAsNoAnswer: () => orShow(noAnswer.end),
    /** A worker that died over it left a call that was to log itself. */
    resume: async (): Promise<void> => {
      const inHand = callInHand(await records.listOpen());
      if (inHand) await onEnded(inHand.call.callId);
    },
    dialNext: () => orShow(() => dialNext()),
    mute: async (): Promise<void> => {
      const inHand = callInHand(await records.listOpen());
      if (inHand && inHand.call.state !== 'ended') await controlCall.mute(inHand.call.callId, !inHand.call.muted);
    },
  };
}
