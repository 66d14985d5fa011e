import type { DeviceChoice } from './device-choice';
import { playDigits, playRhythm, type ToneRhythm } from './call-tones';

/** What the rep hears of a call: the line's tones, and the person. */
export type Earpiece = {
  /** Before each call; the sound hardware sleeps in between. */
  wake(): void;
  /** Takes the place of the tone before it. */
  playTone(rhythm: ToneRhythm, seconds: number): void;
  stopTone(): void;
  playDigits(digits: string): void;
  /** Resolves once the stream plays. */
  hear(stream: MediaStream): Promise<void>;
  setHeld(held: boolean): void;
  /** Everything off, at once. */
  silence(): void;
  close(): Promise<void>;
};

/** TypeScript does not know it of an AudioContext yet. */
type WithSink = AudioContext & { setSinkId(id: string): Promise<void> };

export function createEarpiece(context: AudioContext, devices: DeviceChoice): Earpiece {
  const player = new Audio();
  let tones = context.createGain();
  let stopTone = (): void => undefined;
  let digitsUntil = 0;
  /** Falls back to the computer's default when the chosen loudspeaker is gone. */
  const useSpeaker = async (speakerId: string): Promise<void> => {
    const use = (id: string) => Promise.all([player.setSinkId(id), (context as WithSink).setSinkId(id)]);
    await use(speakerId).catch(() => use('').catch(() => undefined));
  };
  const unfollow = devices.follow((now, before) => {
    if (now.speakerId !== before.speakerId) void useSpeaker(now.speakerId);
  });
  if (devices.current().speakerId !== '') void useSpeaker(devices.current().speakerId);
  // Chrome stops a player whose loudspeaker is unplugged.
  player.addEventListener('pause', () => {
    if (player.srcObject === null) return;
    void useSpeaker('')
      .then(() => player.play())
      .catch(() => undefined);
  });

  return {
    wake: () => {
      tones.connect(context.destination);
      // Not waited for: Chrome never settles it when the call ends first, and a missing tone must not stop a call.
      context.resume().catch(() => undefined);
    },
    playTone: (rhythm, seconds) => {
      stopTone();
      stopTone = playRhythm(context, tones, rhythm, seconds);
    },
    stopTone: () => stopTone(),
    playDigits: (digits) => {
      digitsUntil = playDigits(context, tones, digits, digitsUntil);
    },
    hear: async (stream) => {
      player.srcObject = stream;
      await player.play();
    },
    setHeld: (held) => {
      player.muted = held;
    },
    silence: () => {
      // Tones that are scheduled already go with the node they were to sound through.
      tones.disconnect();
      tones = context.createGain();
      stopTone();
      digitsUntil = 0;
      player.srcObject = null;
      player.muted = false;
      // Nobody waits for the hardware to fall asleep, and a context that is being closed need not.
      context.suspend().catch(() => undefined);
    },
    close: () => {
      unfollow();
      return context.close();
    },
  };
}
