import type { CallId, UserGuid } from '@/lib/domain/core/ids';
import type { RecordOrder } from '@/lib/domain/call/line-capabilities';
import type { ReportCallEvent } from '@/lib/phone/contract/phone';
import type { Recorder } from './recorder';
import type { RecordingFile } from './recording-file';

export type CallRecorderDeps = {
  readonly connection: (callId: CallId) => Promise<RTCPeerConnection | undefined>;
  readonly openFile: (owner: UserGuid, name: string) => Promise<RecordingFile>;
  readonly start: (connection: RTCPeerConnection, file: RecordingFile) => Recorder;
  readonly report: ReportCallEvent;
};

/** Records the call in hand when it is told to, and stops with it. */
export function createCallRecorder(deps: CallRecorderDeps) {
  let running: { readonly callId: CallId; readonly recorder: Recorder } | undefined;
  let isBusy = false;

  return {
    /** Does nothing for a call that is not connected. Begun once, `on` and `paused` change about. */
    record: async ({ callId, recording, owner, fileName }: RecordOrder): Promise<void> => {
      if (isBusy) return;
      isBusy = true;
      try {
        if (running?.callId === callId) {
          if (recording === 'on') running.recorder.resume();
          else running.recorder.pause();
        } else {
          const connection = await deps.connection(callId);
          if (!connection || recording === 'paused') return;
          const file = await deps.openFile(owner, fileName);
          // Hung up while the file was made.
          if (!(await deps.connection(callId))) return;
          running = { callId, recorder: deps.start(connection, file) };
        }
        deps.report(callId, { kind: 'recording', recording });
      } finally {
        isBusy = false;
      }
    },
    /** Sits between the line and the receiver of its reports. */
    report: ((callId, event) => {
      deps.report(callId, event);
      if (event.kind !== 'ended' || running?.callId !== callId) return;
      const { recorder } = running;
      running = undefined;
      // What could not be written is gone; the call is over all the same.
      recorder.stop().catch(() => undefined);
    }) satisfies ReportCallEvent,
  };
}
