import type { Devices } from '@/lib/domain/call/devices';

export type KeptMicrophoneDeps = {
  readonly capture: (devices: Devices) => Promise<MediaStreamTrack>;
  /** Whether it listens: the rep is shown it. */
  readonly tell: (isOpen: boolean) => void;
  readonly isInCall: () => boolean;
};

export type KeptMicrophone = ReturnType<typeof createKeptMicrophone>;

/** Between two calls of a dial session and no longer: then nobody dials, or the worker that would say so is gone. */
const LONGEST_MS = 2 * 60_000;

/** A microphone that stays open between the calls of a dial session: hardware takes up to half a second to wake. */
export function createKeptMicrophone(deps: KeptMicrophoneDeps) {
  let kept: { readonly track: MediaStreamTrack; readonly microphoneId: string } | undefined;
  let wanted = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const release = (): void => {
    wanted += 1;
    clearTimeout(timer);
    if (!kept) return;
    kept.track.stop();
    kept = undefined;
    deps.tell(false);
  };
  const renew = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => (deps.isInCall() ? renew() : release()), LONGEST_MS);
  };

  return {
    isOpen: (): boolean => kept !== undefined,
    /** Opens it, or keeps it longer; what Chrome refuses, the call tells. */
    keep: async (devices: Devices): Promise<void> => {
      if (kept?.microphoneId === devices.microphoneId) return renew();
      release();
      const wish = wanted;
      const track = await deps.capture(devices).catch(() => undefined);
      if (!track) return;
      // Released, or another chosen, while Chrome was still opening it.
      if (wish !== wanted) return track.stop();
      kept = { track, microphoneId: devices.microphoneId };
      track.addEventListener('ended', release, { once: true });
      deps.tell(true);
      renew();
    },
    release,
    /** A copy of its own for a call, at once; undefined when none is kept, or another microphone is chosen. */
    take: (microphoneId: string): MediaStreamTrack | undefined =>
      kept?.microphoneId === microphoneId && kept.track.readyState === 'live' ? kept.track.clone() : undefined,
  };
}
