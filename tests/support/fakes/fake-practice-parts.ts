import { NO_SOUND } from '@/lib/domain/call/line-quality';
import { DialerError, type ErrorCode } from '@/lib/domain/core/errors';
import type { Earpiece } from '@/lib/phone/audio/earpiece';
import type { RepMicrophone } from '@/lib/phone/audio/open-microphone';
import type { Callee, CalleeRequest, PracticeParts } from '@/lib/phone/practice/practice-parts';

type Hardware = {
  microphonesOpen: number;
  calleesOpen: number;
  isMicrophoneSilent: boolean;
  isHearing: boolean;
  isHeld: boolean;
  isClosed: boolean;
  digits: string;
  tones: string[];
  tracks: string[];
};

/** Sound hardware that only remembers. Tracks and streams are named, never played. */
export function createFakePracticeParts(now: () => number) {
  const hardware: Hardware = {
    microphonesOpen: 0,
    calleesOpen: 0,
    isMicrophoneSilent: false,
    isHearing: false,
    isHeld: false,
    isClosed: false,
    digits: '',
    tones: [],
    tracks: [],
  };
  let refusal: ErrorCode | undefined;
  let connectFailure: Error | undefined;
  let microphoneDelay: Promise<void> = Promise.resolve();
  let calleeDelay: Promise<void> = Promise.resolve();
  let replace: (track: MediaStreamTrack) => void = () => undefined;
  let lose: () => void = () => undefined;

  const earpiece: Earpiece = {
    wake: () => undefined,
    playTone: ({ hertz }) => hardware.tones.push(hertz.join('+')),
    stopTone: () => hardware.tones.push('stop'),
    playDigits: (digits) => {
      hardware.digits += digits;
    },
    hear: async () => {
      hardware.isHearing = true;
    },
    setHeld: (held) => {
      hardware.isHeld = held;
    },
    silence: () => {
      hardware.isHearing = false;
      hardware.isHeld = false;
    },
    close: async () => {
      hardware.isClosed = true;
    },
  };

  const openMicrophone = async (onReplaced: (track: MediaStreamTrack) => void): Promise<RepMicrophone> => {
    replace = onReplaced;
    await microphoneDelay;
    if (refusal) {
      const code = refusal;
      refusal = undefined;
      throw new DialerError(code);
    }
    hardware.microphonesOpen += 1;
    hardware.isMicrophoneSilent = false;
    const first = aTrack('first');
    return {
      track: () => first,
      setSilent: (silent) => {
        hardware.isMicrophoneSilent = silent;
      },
      level: () => 0.1,
      close: () => {
        hardware.microphonesOpen -= 1;
      },
    };
  };

  const connectCallee = async ({ track, onLost }: CalleeRequest): Promise<Callee> => {
    hardware.tracks.push(track.label);
    await calleeDelay;
    if (connectFailure) throw connectFailure;
    hardware.calleesOpen += 1;
    lose = onLost;
    return {
      heard: {} as MediaStream,
      replaceMicrophone: (fresh) => hardware.tracks.push(fresh.label),
      connection: {} as RTCPeerConnection,
      readSound: async () => ({ ...NO_SOUND, sent: 100, received: 99 }),
      close: () => {
        hardware.calleesOpen -= 1;
      },
    };
  };

  const parts: PracticeParts = { earpiece, openMicrophone, connectCallee, now };
  return {
    parts,
    hardware,
    refuseMicrophone: (code: ErrorCode) => {
      refusal = code;
    },
    delayMicrophone: () => {
      const gate = Promise.withResolvers<void>();
      microphoneDelay = gate.promise;
      return () => gate.resolve();
    },
    delayCallee: () => {
      const gate = Promise.withResolvers<void>();
      calleeDelay = gate.promise;
      return () => gate.resolve();
    },
    failConnection: (error: Error) => {
      connectFailure = error;
    },
    exchangeMicrophone: (label: string) => replace(aTrack(label)),
    loseConnection: () => lose(),
  };
}

function aTrack(label: string): MediaStreamTrack {
  return { label } as MediaStreamTrack;
}
