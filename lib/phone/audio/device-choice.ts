import { STANDARD_DEVICES, type Devices } from '@/lib/domain/call/devices';

/** The devices in use, as the line's parts follow them. */
export type DeviceChoice = {
  readonly current: () => Devices;
  readonly set: (devices: Devices) => void;
  /** A copy of the microphone that is kept open, if it is this one. */
  readonly keptMicrophone?: (microphoneId: string) => MediaStreamTrack | undefined;
  /** Until the returned function is called. */
  readonly follow: (onChange: (devices: Devices, before: Devices) => void) => () => void;
};

export function createDeviceChoice(keptMicrophone?: DeviceChoice['keptMicrophone']): DeviceChoice {
  let current = STANDARD_DEVICES;
  const followers = new Set<(devices: Devices, before: Devices) => void>();
  return {
    ...(keptMicrophone ? { keptMicrophone } : {}),
    current: () => current,
    set: (devices) => {
      const before = current;
      current = devices;
      for (const tell of followers) tell(devices, before);
    },
    follow: (onChange) => {
      followers.add(onChange);
      return () => followers.delete(onChange);
    },
  };
}
