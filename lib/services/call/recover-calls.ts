import { loseCall } from '@/lib/domain/call/call';
import { lastSignOfLife, withHistory, type CallRecord } from '@/lib/domain/call/call-record';
import type { CallId } from '@/lib/domain/core/ids';
import type { CallRecords, PublishCalls } from './calls-port';
import type { PhonePort } from './phone-port';

export type RecoverCallsDeps = {
  readonly records: CallRecords;
  readonly phone: PhonePort;
  readonly publishCalls: PublishCalls;
  /** True when this browser run has had a worker before: a stopped worker, not a restarted browser. */
  readonly isSameBrowserRun: () => Promise<boolean>;
  readonly now: () => number;
};

/**
 * Once per worker start, before any handler: a live call that the phone does not know any more ended as `lost`;
 * everything unfinished from an earlier browser run is put before the rep.
 */
export function createRecoverCalls(deps: RecoverCallsDeps) {
  return async (): Promise<void> => {
    const unfinished = await deps.records.listOpen();
    if (unfinished.length > 0) {
      const live = new Set((await deps.phone.liveCalls()).map((call) => call.callId));
      const isSameRun = await deps.isSameBrowserRun();
      for (const record of unfinished) {
        if (isSameRun && isAsExpected(record, live, isSameRun)) continue;
        await deps.records.change(record.call.callId, (current) => recovered(current, live, isSameRun, deps.now()));
      }
    }
    await deps.publishCalls();
  };
}

function isAsExpected({ call }: CallRecord, live: ReadonlySet<CallId>, isSameRun: boolean): boolean {
  // A softphone's call is on no phone of ours; it goes on as long as the rep is there to tell of its end.
  return call.state === 'ended' || live.has(call.callId) || (call.line === 'handoff' && isSameRun);
}

function recovered(record: CallRecord, live: ReadonlySet<CallId>, isSameRun: boolean, now: number): CallRecord {
  const isLost = !isAsExpected(record, live, isSameRun);
  const call = isLost ? loseCall(record.call, Math.min(lastSignOfLife(record), now)) : record.call;
  const told = isLost ? withHistory({ ...record, call }, now, 'lost') : record;
  return {
    ...told,
    wasInterrupted: record.wasInterrupted || !isSameRun,
    wrapUp:
      call.state === 'ended' && record.wrapUp.state === 'none' ? { ...record.wrapUp, state: 'open' } : record.wrapUp,
  };
}
