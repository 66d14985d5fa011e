/** The tones a line makes before and after a call, as two frequencies and a rhythm of on and off, in seconds. */
export type ToneRhythm = { readonly hertz: readonly number[]; readonly on: number; readonly off: number };

export const RINGBACK: ToneRhythm = { hertz: [440, 480], on: 2, off: 4 };
export const BUSY: ToneRhythm = { hertz: [480, 620], on: 0.5, off: 0.5 };

const LEVEL = 0.06;
const EDGE_SECONDS = 0.02;

/** Plays a rhythm into `out` until the returned function is called. */
export function playRhythm(
  context: AudioContext,
  out: AudioNode,
  { hertz, on, off }: ToneRhythm,
  forSeconds: number,
): () => void {
  const gain = context.createGain();
  gain.gain.value = 0;
  gain.connect(out);
  const start = context.currentTime;
  for (let at = start; at < start + forSeconds; at += on + off) swell(gain.gain, at, on, LEVEL);
  const oscillators = hertz.map((frequency) => {
    const oscillator = new OscillatorNode(context, { frequency });
    oscillator.connect(gain);
    oscillator.start();
    return oscillator;
  });
  return () => {
    for (const oscillator of oscillators) oscillator.stop();
    gain.disconnect();
  };
}

/** The two frequencies of each digit; ITU-T Q.23. */
const ROWS = [697, 770, 852, 941];
const COLUMNS = [1_209, 1_336, 1_477];
const DIGITS = ['123', '456', '789', '*0#'];

/** Plays digits into `out`, one after the other, however fast they were typed; tells when the last one ends. */
export function playDigits(context: AudioContext, out: AudioNode, digits: string, notBefore: number): number {
  let at = Math.max(context.currentTime, notBefore);
  for (const digit of digits) {
    const row = DIGITS.findIndex((keys) => keys.includes(digit));
    const column = DIGITS[row]?.indexOf(digit) ?? -1;
    const gain = context.createGain();
    gain.gain.value = 0;
    gain.connect(out);
    swell(gain.gain, at, 0.12, LEVEL);
    for (const frequency of [ROWS[row], COLUMNS[column]]) {
      if (frequency === undefined) continue;
      const oscillator = new OscillatorNode(context, { frequency });
      oscillator.connect(gain);
      oscillator.start(at);
      oscillator.stop(at + 0.16);
    }
    at += 0.22;
  }
  return at;
}

/** Up and down without a click. */
export function swell(level: AudioParam, at: number, seconds: number, peak: number): void {
  level.setValueAtTime(0, at);
  level.linearRampToValueAtTime(peak, at + EDGE_SECONDS);
  level.setValueAtTime(peak, at + seconds - EDGE_SECONDS);
  level.linearRampToValueAtTime(0, at + seconds);
}
