import { swell } from '@/lib/phone/audio/call-tones';

/** Two resonances per sound: enough for the ear to hear a voice, and to know that nobody is there. */
const VOWELS: readonly (readonly [number, number])[] = [
  [730, 1_090],
  [530, 1_840],
  [390, 1_990],
  [570, 840],
  [440, 1_020],
];
const PITCHES = [128, 142, 135, 118, 150, 124, 110];
const PHRASE_SECONDS = 2.4;
const PAUSE_SECONDS = 1.3;
const BEEP_AT_SECONDS = 5;

/** A callee's voice that babbles in phrases, or a machine's greeting with its beep, as a stream to be sent. */
export function createSimulatedVoice(context: AudioContext, kind: 'talk' | 'voicemail') {
  const out = context.createMediaStreamDestination();
  const source = new OscillatorNode(context, { type: 'sawtooth', frequency: PITCHES[0] ?? 120 });
  const mouth = context.createGain();
  mouth.gain.value = 0;
  const formants = [0, 1].map((index) => {
    const filter = new BiquadFilterNode(context, { type: 'bandpass', Q: 7, frequency: VOWELS[0]?.[index] ?? 800 });
    source.connect(filter).connect(mouth);
    return filter;
  });
  mouth.connect(out);
  source.start();

  const talk = (from: number, seconds: number): void => {
    let sound = 0;
    for (let at = from; at < from + seconds; at += 0.19) {
      const vowel = VOWELS[(sound * 3 + 1) % VOWELS.length];
      formants.forEach((filter, index) => filter.frequency.setTargetAtTime(vowel?.[index] ?? 800, at, 0.03));
      source.frequency.setTargetAtTime(PITCHES[sound % PITCHES.length] ?? 120, at, 0.05);
      swell(mouth.gain, at, 0.16, 0.55);
      sound += 1;
    }
  };

  const start = context.currentTime + 0.3;
  if (kind === 'voicemail') {
    talk(start, BEEP_AT_SECONDS - 0.7);
    beep(context, out, start + BEEP_AT_SECONDS);
    return { stream: out.stream, stop: () => source.stop() };
  }
  let next = start;
  const schedule = (): void => {
    if (next > context.currentTime + 1) return;
    talk(next, PHRASE_SECONDS);
    next += PHRASE_SECONDS + PAUSE_SECONDS;
  };
  schedule();
  const timer = setInterval(schedule, 500);
  return {
    stream: out.stream,
    stop: () => {
      clearInterval(timer);
      source.stop();
    },
  };
}

function beep(context: AudioContext, out: AudioNode, at: number): void {
  const gain = context.createGain();
  gain.gain.value = 0;
  swell(gain.gain, at, 0.5, 0.4);
  const oscillator = new OscillatorNode(context, { frequency: 1_000 });
  oscillator.connect(gain).connect(out);
  oscillator.start(at);
  oscillator.stop(at + 0.6);
}
