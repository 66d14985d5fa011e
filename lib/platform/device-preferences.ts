import { browser } from 'wxt/browser';
import { readDevices, type Devices } from '@/lib/domain/call/devices';

const KEY = 'devices:1';

export type Device = { readonly id: string; readonly name: string };

/** The rep's own choice on this computer; no policy has a say in it. */
export const devicePreferences = {
  read: async (): Promise<Devices> => readDevices((await browser.storage.local.get(KEY))[KEY]),
  write: async (devices: Devices): Promise<void> => browser.storage.local.set({ [KEY]: devices }),
  watch: (onChange: (devices: Devices) => void): void => {
    browser.storage.local.onChanged.addListener((changes) => {
      const change = changes[KEY];
      if (change) onChange(readDevices(change.newValue));
    });
  },
};

/** Tells the microphones and loudspeakers there are, now and whenever one is plugged in or out. For pages alone. */
export function watchDevices(
  tell: (found: { readonly microphones: readonly Device[]; readonly speakers: readonly Device[] }) => void,
): void {
  const look = async (): Promise<void> => {
    const all = await navigator.mediaDevices.enumerateDevices();
    // Chrome lists the standard again under its own name, and without a grant nothing has one.
    const of = (kind: MediaDeviceKind): readonly Device[] =>
      all
        .filter(
          (device) =>
            device.kind === kind &&
            device.label !== '' &&
            device.deviceId !== 'default' &&
            device.deviceId !== 'communications',
        )
        .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
    tell({ microphones: of('audioinput'), speakers: of('audiooutput') });
  };
  navigator.mediaDevices.addEventListener('devicechange', () => void look());
  void look();
}
