import { browser } from 'wxt/browser';
import type { MicrophoneState } from '@/lib/domain/call/microphone-state';

const PAGE = 'microphone.html';

export async function readMicrophone(): Promise<MicrophoneState> {
  const { state } = await navigator.permissions.query({ name: 'microphone' });
  return state === 'granted' && !(await hasMicrophone()) ? 'missing' : state;
}

/** Tells the state now and whenever it changes: a grant given in the tab shows at once in an open panel. */
export function watchMicrophone(tell: (state: MicrophoneState) => void): void {
  let latest = 0;
  const look = async (): Promise<void> => {
    latest += 1;
    const mine = latest;
    const state = await readMicrophone();
    // An answer that a newer one has overtaken is out of date.
    if (mine === latest) tell(state);
  };
  // Detached, here and below: reading what Chrome allows cannot fail in a page of ours.
  const onChange = (): void => void look();
  void navigator.permissions.query({ name: 'microphone' }).then((permission) => {
    permission.addEventListener('change', onChange);
  });
  navigator.mediaDevices.addEventListener('devicechange', onChange);
  onChange();
}

/** The panel itself never asks: Chrome shows the question in a tab only. */
export function openMicrophonePage(): void {
  void browser.tabs.create({ url: PAGE });
}

/** Chrome's own page of what Loftline is allowed: the way back from a refusal. */
export function openMicrophoneSettings(): void {
  const site = encodeURIComponent(browser.runtime.getURL('/'));
  void browser.tabs.create({ url: `chrome://settings/content/siteDetails?site=${site}` });
}

async function hasMicrophone(): Promise<boolean> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.some((device) => device.kind === 'audioinput');
}
