import { advance } from '@/lib/domain/call/call';
import type { CallProgress } from '@/lib/domain/call/call';
import { withHistory, type CallRecord } from '@/lib/domain/call/call-record';
import type { CallId } from '@/lib/domain/core/ids';
import { DialerError } from '@/lib/domain/core/errors';
import type { CallRecords, PublishCalls } from './calls-port';

export type TrackCallDeps = {
  readonly records: CallRecords;
  readonly publishCalls: PublishCalls;
  /** The link to a recording, to be brought into the note; empty when there is to be none. On disk when it resolves. */
  readonly takeRecording: (callId: CallId, providerCallId: string) => Promise<string>;
  /** Told once a link has been written down. */
  readonly onRecorded: () => void;
  /** Told once a call has ended, with its wrap-up open. */
  readonly onEnded: (record: CallRecord) => Promise<void>;
};

/** Takes in one event of the phone; a repeat changes nothing and is acknowledged again. */
export function createTrackCall(deps: TrackCallDeps) {
  /** Before the record says so: told again after a worker's death, the event finds the link taken already. */
  const takeRecording = async ({ callId, seq, event }: CallProgress): Promise<string> => {
    if (event.kind !== 'recorded') return '';
    const known = await deps.records.read(callId);
    return known && seq > known.call.lastSeq ? deps.takeRecording(callId, event.providerCallId) : '';
  };

  return async (progress: CallProgress): Promise<void> => {
    const recordingLink = await takeRecording(progress);
    const changed = await deps.records.change(progress.callId, (record) => {
      const call = advance(record.call, progress);
      if (call === record.call) return record;
      if (recordingLink !== '') return withHistory({ ...record, call, recordingLink }, progress.at, 'recorded');
      if (progress.event.kind === 'recorded') return { ...record, call };
      if (progress.event.kind === 'stillLive' || progress.event.kind === 'quality') return { ...record, call };
      const told = withHistory({ ...record, call }, progress.at, progress.event.kind);
      return call.state === 'ended' && record.wrapUp.state === 'none'
        ? { ...told, wrapUp: { ...record.wrapUp, state: 'open' } }
        : told;
    });
    if (!changed) throw new DialerError('call-unknown');
    const { before, after } = changed;
    if (after === before || progress.event.kind === 'stillLive') return;
    if (progress.event.kind === 'recorded') return deps.onRecorded();
    if (after.call.state === 'ended') await deps.onEnded(after);
    await deps.publishCalls();
  };
}
