/** `dismissed`: the question was closed unanswered. `blockedBySystem`: Chrome allows it, the computer does not. */
export type AskOutcome = 'granted' | 'dismissed' | 'denied' | 'blockedBySystem' | 'missing' | 'busy';

export type MicrophoneTest = {
  /** How loud it is, 0 to 1, ten times a second. */
  readonly onLevel: (level: number) => void;
  /** Unplugged, or no longer allowed; nothing is measured any more. */
  readonly onEnded: () => void;
};

const LEVEL_EVERY_MS = 100;

/** Asks Chrome for the microphone, which must be done in a tab, and measures it until it ends or the page goes. */
export async function askForMicrophone(test: MicrophoneTest): Promise<AskOutcome> {
  try {
    measure(await navigator.mediaDevices.getUserMedia({ audio: true }), test);
    return 'granted';
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotFoundError') return 'missing';
    if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
    const { state } = await navigator.permissions.query({ name: 'microphone' });
    if (state === 'prompt') return 'dismissed';
    return state === 'granted' ? 'blockedBySystem' : 'denied';
  }
}

function measure(stream: MediaStream, { onLevel, onEnded }: MicrophoneTest): void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    onLevel(Math.min(1, loudest * 1.5));
  }, LEVEL_EVERY_MS);
  const stop = (): void => {
    clearInterval(timer);
    // Nobody waits for the hardware to be let go.
    context.close().catch(() => undefined);
    onLevel(0);
    onEnded();
  };
  stream.getAudioTracks()[0]?.addEventListener('ended', stop, { once: true });
}
