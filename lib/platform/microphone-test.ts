export type AskOutcome = 'granted' | 'prompt' | 'denied' | 'missing' | 'busy';

/**
 * Asks Chrome for the microphone, which must be done in a tab, and tells how loud it is until the page goes.
 * `prompt` means the question was closed without an answer.
 */
export async function askForMicrophone(tellLevel: (level: number) => void): Promise<AskOutcome> {
  try {
    measure(await navigator.mediaDevices.getUserMedia({ audio: true }), tellLevel);
    return 'granted';
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotFoundError') return 'missing';
    if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
    const { state } = await navigator.permissions.query({ name: 'microphone' });
    return state === 'prompt' ? 'prompt' : 'denied';
  }
}

function measure(stream: MediaStream, tellLevel: (level: number) => void): void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    tellLevel(Math.min(1, loudest * 1.5));
  }, 100);
}
