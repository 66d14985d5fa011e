/** The most that Chrome keeps: two thirds of a second at 48 kHz. */
const SAMPLES = 32_768;

/** How loud a microphone is, though its call be muted: it listens to a copy of its track, which nobody else hears. */
export type LevelMeter = {
  listenTo(track: MediaStreamTrack): void;
  /** Root mean square of the last moments, 0 to 1. */
  read(): number;
  close(): void;
};

export function createLevelMeter(context: AudioContext): LevelMeter {
  const analyser = context.createAnalyser();
  analyser.fftSize = SAMPLES;
  const samples = new Float32Array(SAMPLES);
  let letGo = (): void => undefined;
  return {
    listenTo: (track) => {
      letGo();
      const copy = track.clone();
      copy.enabled = true;
      const source = context.createMediaStreamSource(new MediaStream([copy]));
      source.connect(analyser);
      letGo = () => {
        source.disconnect();
        copy.stop();
      };
    },
    read: () => {
      analyser.getFloatTimeDomainData(samples);
      return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / SAMPLES);
    },
    close: () => letGo(),
  };
}
