import { DialerError, type ErrorCode } from '@/lib/domain/core/errors';
import type { Devices } from '@/lib/domain/call/devices';
import type { DeviceChoice } from './device-choice';
import type { LevelMeter } from './level-meter';

/** The rep's microphone during a call. */
export type RepMicrophone = {
  track(): MediaStreamTrack;
  /** Silent, not stopped: packets go on, as they do on hold at every provider. */
  setSilent(silent: boolean): void;
  /** How loud the rep is, silent or not: root mean square of the last moments, 0 to 1. */
  level(): number;
  close(): void;
};

const CODES: Readonly<Record<string, ErrorCode>> = {
  NotFoundError: 'microphone-missing',
  OverconstrainedError: 'microphone-missing',
  NotReadableError: 'microphone-busy',
  AbortError: 'microphone-busy',
};

/**
 * The rep's microphone. Unplugged, it is replaced by the one Chrome now thinks best, as soon as there is one; until
 * then the call goes on, unheard. Throws DialerError `microphone-…`.
 */
export async function openMicrophone(
  onReplaced: (track: MediaStreamTrack) => void,
  devices: DeviceChoice,
  meter: LevelMeter,
): Promise<RepMicrophone> {
  const closing = new AbortController();
  const isClosed = (): boolean => closing.signal.aborted;
  let isSilent = false;
  let track = await captureChosen(devices);

  const replace = async (): Promise<void> => {
    while (!isClosed()) {
      const fresh = await captureChosen(devices).catch(() => undefined);
      if (!fresh) {
        await anyDeviceChange(closing.signal);
        continue;
      }
      // The call ended while Chrome opened it: it must not go on listening.
      if (isClosed()) return fresh.stop();
      fresh.enabled = !isSilent;
      track = fresh;
      watch();
      return onReplaced(fresh);
    }
  };
  const watch = (): void => {
    // Detached: it never rejects, and the call does not wait for it.
    track.addEventListener('ended', () => void replace(), { once: true });
    meter.listenTo(track);
  };
  watch();
  /** Opens the new one before it stops the old one, so that the audio has no gap. */
  const exchange = async (): Promise<void> => {
    const fresh = await captureChosen(devices).catch(() => undefined);
    if (!fresh) return;
    if (isClosed()) return fresh.stop();
    const before = track;
    fresh.enabled = !isSilent;
    track = fresh;
    watch();
    onReplaced(fresh);
    before.stop();
  };
  const unfollow = devices.follow((now, before) => {
    if (now.microphoneId !== before.microphoneId) void exchange();
  });

  return {
    track: () => track,
    setSilent: (silent) => {
      isSilent = silent;
      track.enabled = !silent;
    },
    level: () => meter.read(),
    close: () => {
      unfollow();
      closing.abort();
      meter.close();
      track.stop();
    },
  };
}

async function captureChosen(devices: DeviceChoice): Promise<MediaStreamTrack> {
  return devices.keptMicrophone?.(devices.current().microphoneId) ?? captureDevice(devices.current());
}

/** Falls back to the computer's default when the chosen microphone is gone: the call matters more than the choice. */
export async function captureDevice({ microphoneId }: Devices): Promise<MediaStreamTrack> {
  if (microphoneId === '') return captureMicrophone('');
  try {
    return await captureMicrophone(microphoneId);
  } catch (error) {
    if (error instanceof DialerError && error.code === 'microphone-missing') return captureMicrophone('');
    throw error;
  }
}

/** With Chrome's own echo and noise treatment. */
async function captureMicrophone(deviceId: string): Promise<MediaStreamTrack> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: {
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
        ...(deviceId === '' ? {} : { deviceId: { exact: deviceId } }),
      },
    });
    const [track] = stream.getAudioTracks();
    if (track) return track;
  } catch (error) {
    throw toDialerError(error);
  }
  throw new DialerError('microphone-missing');
}

function toDialerError(error: unknown): DialerError {
  if (!(error instanceof DOMException)) return new DialerError('line-failed', String(error));
  if (error.name === 'NotAllowedError') {
    // A page that cannot show the question gets "dismissed" for "not asked yet".
    const isUnasked = /dismissed/i.test(error.message);
    return new DialerError(isUnasked ? 'microphone-not-granted' : 'microphone-denied', error.message);
  }
  return new DialerError(CODES[error.name] ?? 'line-failed', error.message);
}

function anyDeviceChange(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    navigator.mediaDevices.addEventListener('devicechange', () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
