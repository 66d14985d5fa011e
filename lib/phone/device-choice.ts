import { STANDARD_DEVICES, type Devices } from '@/lib/domain/devices';

/** The devices in use, as the line's parts follow them. */
export type DeviceChoice = {
  readonly current: () => Devices;
  readonly set: (devices: Devices) => void;
  /** Until the returned function is called. */
  readonly follow: (onChange: (devices: Devices, before: Devices) => void) => () => void;
};

export function createDeviceChoice(): DeviceChoice {
  let current = STANDARD_DEVICES;
  const followers = new Set<(devices: Devices, before: Devices) => void>();
  return {
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
