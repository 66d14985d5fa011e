import type { SoundReading } from '@/lib/domain/call/line-quality';
import type { CalleeScript } from '@/lib/domain/call/practice-callee';
import type { DeviceChoice } from '@/lib/phone/audio/device-choice';
import { createEarpiece, type Earpiece } from '@/lib/phone/audio/earpiece';
import { createLevelMeter } from '@/lib/phone/audio/level-meter';
import { connectLoopback } from './loopback';
import { openMicrophone, type RepMicrophone } from '@/lib/phone/audio/open-microphone';
import { createSimulatedVoice } from './simulated-voice';

/** The simulated callee's end of the connection. */
export type Callee = {
  /** What the callee says, as it arrived at the rep's end. */
  readonly heard: MediaStream;
  replaceMicrophone(track: MediaStreamTrack): void;
  /** The rep's end. */
  readonly connection: RTCPeerConnection;
  readSound(): Promise<SoundReading>;
  close(): void;
};

export type CalleeRequest = {
  readonly track: MediaStreamTrack;
  readonly sound: CalleeScript['sound'];
  /** Told when an established connection breaks. */
  readonly onLost: () => void;
};

/** What the practice line needs of the browser; tests bring their own. */
export type PracticeParts = {
  readonly earpiece: Earpiece;
  /** Throws DialerError `microphone-…`. `onReplaced` receives the microphone that replaced an unplugged one. */
  readonly openMicrophone: (onReplaced: (track: MediaStreamTrack) => void) => Promise<RepMicrophone>;
  readonly connectCallee: (request: CalleeRequest) => Promise<Callee>;
  /** Monotonic, in milliseconds. */
  readonly now: () => number;
};

export function createPracticeParts(devices: DeviceChoice): PracticeParts {
  const context = new AudioContext();
  return {
    earpiece: createEarpiece(context, devices),
    openMicrophone: (onReplaced) => openMicrophone(onReplaced, devices, createLevelMeter(context)),
    connectCallee: async ({ track, sound, onLost }) => {
      const voice = createSimulatedVoice(context, sound);
      try {
        const loopback = await connectLoopback(track, voice.stream, onLost);
        const close = (): void => {
          voice.stop();
          loopback.close();
        };
        return { ...loopback, close };
      } catch (error) {
        voice.stop();
        throw error;
      }
    },
    now: () => performance.now(),
  };
}
