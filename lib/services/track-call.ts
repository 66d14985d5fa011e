import { advance } from '@/lib/domain/call';
import type { CallProgress } from '@/lib/domain/call';
import { withHistory, type CallRecord } from '@/lib/domain/call-record';
import { DialerError } from '@/lib/domain/errors';
import type { CallRecords, PublishCalls } from './calls-port';

export type TrackCallDeps = {
  readonly records: CallRecords;
  readonly publishCalls: PublishCalls;
  /** Told once a call has ended, with its wrap-up open. */
  readonly onEnded: (record: CallRecord) => Promise<void>;
};

/** Takes in one event of the phone; a repeat changes nothing and is acknowledged again. */
export function createTrackCall(deps: TrackCallDeps) {
  return async (progress: CallProgress): Promise<void> => {
    const changed = await deps.records.change(progress.callId, (record) => {
      const call = advance(record.call, progress);
      if (call === record.call) return record;
      if (progress.event.kind === 'stillLive') return { ...record, call };
      const told = withHistory({ ...record, call }, progress.at, progress.event.kind);
      return call.state === 'ended' && record.wrapUp.state === 'none'
        ? { ...told, wrapUp: { ...record.wrapUp, state: 'open' } }
        : told;
    });
    if (!changed) throw new DialerError('call-unknown');
    const { before, after } = changed;
    if (after === before || progress.event.kind === 'stillLive') return;
    if (after.call.state === 'ended') await deps.onEnded(after);
    await deps.publishCalls();
  };
}
