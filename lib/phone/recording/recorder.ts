import type { RecordingFile } from './recording-file';

/** So much is lost at most when the browser dies. */
const PIECE_MS = 5_000;
const LOOK_EVERY_MS = 1_000;
const FORMAT = { mimeType: 'audio/webm;codecs=opus', audioBitsPerSecond: 48_000 };

export type Recorder = { pause(): void; resume(): void; stop(): Promise<void> };

/**
 * Records what a connection carries, in stereo: the rep left, the person right. A muted rep is silent there too; another
 * microphone is followed.
 */
export function startRecorder(connection: RTCPeerConnection, file: RecordingFile): Recorder {
  const context = new AudioContext();
  const mixed = new ChannelMergerNode(context, { numberOfInputs: 2 });
  const mouth = new MediaStreamAudioDestinationNode(context, { channelCount: 2 });
  mixed.connect(mouth);
  const listenTo = (find: () => MediaStreamTrack | null | undefined, channel: number): (() => void) => {
    let track: MediaStreamTrack | undefined;
    let source: MediaStreamAudioSourceNode | undefined;
    return () => {
      const found = find() ?? undefined;
      if (found === track) return;
      source?.disconnect();
      track = found;
      source = found && context.createMediaStreamSource(new MediaStream([found]));
      source?.connect(mixed, 0, channel);
    };
  };
  const ears = [
    listenTo(() => connection.getSenders()[0]?.track, 0),
    listenTo(() => connection.getReceivers()[0]?.track, 1),
  ];
  const look = (): void => {
    for (const hear of ears) hear();
  };
  look();
  const looking = setInterval(look, LOOK_EVERY_MS);

  const recorder = new MediaRecorder(mouth.stream, FORMAT);
  let written: Promise<void> = Promise.resolve();
  recorder.addEventListener('dataavailable', ({ data: piece }) => {
    // A full disk takes no more: what it has is kept.
    written = written.then(() => file.append(piece)).catch(() => undefined);
  });
  recorder.start(PIECE_MS);
  return {
    pause: () => recorder.pause(),
    resume: () => recorder.resume(),
    stop: async () => {
      clearInterval(looking);
      const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
      recorder.stop();
      await stopped;
      await written;
      await context.close();
    },
  };
}
