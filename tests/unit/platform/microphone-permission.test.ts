import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { MicrophoneState } from '@/lib/domain/call/microphone-state';
import { openMicrophonePage, openMicrophoneSettings, watchMicrophone } from '@/lib/platform/microphone-permission';

const chromeNow = { state: 'prompt' as PermissionState, kinds: ['audioinput'] };
let permission: EventTarget & { readonly state: PermissionState };
let devices: EventTarget;

beforeEach(() => {
  chromeNow.state = 'prompt';
  chromeNow.kinds = ['audioinput'];
  permission = Object.defineProperty(new EventTarget(), 'state', { get: () => chromeNow.state }) as typeof permission;
  devices = Object.assign(new EventTarget(), {
    enumerateDevices: async () => chromeNow.kinds.map((kind) => ({ kind })),
  });
  vi.stubGlobal('navigator', { permissions: { query: async () => permission }, mediaDevices: devices });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('watching the microphone', () => {
  it('tells the state at once and after every change of mind', async () => {
    const told: MicrophoneState[] = [];
    watchMicrophone((state) => told.push(state));
    await vi.waitFor(() => expect(told).toEqual(['prompt']));
    chromeNow.state = 'granted';
    permission.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(told).toEqual(['prompt', 'granted']));
    chromeNow.state = 'denied';
    permission.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(told).toEqual(['prompt', 'granted', 'denied']));
  });

  it('notices that the last microphone is pulled out, and that one is back', async () => {
    chromeNow.state = 'granted';
    chromeNow.kinds = ['audiooutput'];
    const told: MicrophoneState[] = [];
    watchMicrophone((state) => told.push(state));
    await vi.waitFor(() => expect(told).toEqual(['missing']));
    chromeNow.kinds = ['audiooutput', 'audioinput'];
    devices.dispatchEvent(new Event('devicechange'));
    await vi.waitFor(() => expect(told).toEqual(['missing', 'granted']));
  });
});

describe('the ways to the microphone', () => {
  it("are tabs: our own page, and Chrome's settings for Loftline", () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    openMicrophonePage();
    openMicrophoneSettings();
    const site = encodeURIComponent(fakeBrowser.runtime.getURL('/'));
    expect(create.mock.calls.map(([tab]) => tab.url)).toEqual([
      'microphone.html',
      `chrome://settings/content/siteDetails?site=${site}`,
    ]);
  });
});
