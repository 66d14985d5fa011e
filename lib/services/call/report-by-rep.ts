import { isLive, type Call, type CallEvent, type CallProgress } from '@/lib/domain/call/call';
import type { CallId } from '@/lib/domain/core/ids';
import type { CallRecords } from './calls-port';

export type ReportByRepDeps = {
  readonly records: Pick<CallRecords, 'read'>;
  readonly track: (progress: CallProgress) => Promise<void>;
  readonly now: () => number;
};

/** A call that was handed to the computer's softphone: nobody but the rep knows when it was answered, and when it ended. */
export function createReportByRep({ records, track, now }: ReportByRepDeps) {
  const tell = async (callId: CallId, eventOf: (call: Call) => CallEvent | undefined): Promise<boolean> => {
    const call = (await records.read(callId))?.call;
    if (call?.line !== 'handoff' || !isLive(call)) return false;
    const event = eventOf(call);
    if (event) await track({ callId, seq: call.lastSeq + 1, at: now(), event });
    return true;
  };
  return {
    /** Both are false for a call of another line, and for one that is over. */
    answered: (callId: CallId): Promise<boolean> =>
      tell(callId, ({ state }) => (state === 'connected' ? undefined : { kind: 'connected' })),
    ended: (callId: CallId): Promise<boolean> =>
      tell(callId, ({ connectedAt }) => ({
        kind: 'ended',
        reason: 'unknown',
        connectedMs: connectedAt === undefined ? 0 : Math.max(0, now() - connectedAt),
        failure: '',
      })),
  };
}
