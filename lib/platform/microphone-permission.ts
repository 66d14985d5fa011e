import { browser } from 'wxt/browser';
import type { MicrophoneState } from '@/lib/domain/microphone';


const PAGE = 'microphone.html';

/** Tells the state now and whenever it changes: a grant given in the tab shows at once in an open panel. */
export function watchMicrophone(tell: (state: MicrophoneState) => void): void {
  let permission: PermissionStatus | undefined;
  const look = async (): Promise<void> => {
    permission ??= await navigator.permissions.query({ name: 'microphone' });
    permission.onchange = () => void look();
    tell(permission.state === 'granted' && !(await hasMicrophone()) ? 'missing' : permission.state);
  };
  navigator.mediaDevices.addEventListener('devicechange', () => void look());
  void look();
}

/** The panel itself never asks: Chrome shows the question in a tab only. */
export function openMicrophonePage(): void {
  void browser.tabs.create({ url: PAGE });
}

async function hasMicrophone(): Promise<boolean> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.some((device) => device.kind === 'audioinput');
}
