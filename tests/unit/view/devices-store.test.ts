import { expect, it } from 'vitest';
import type { Devices } from '@/lib/domain/devices';
import { createDevicesStore } from '@/lib/view/devices-store';
import { createNotices } from '@/lib/view/notices';

it('shows the devices there are and the choice, here or made in another window', async () => {
  const sent: unknown[] = [];
  const hands: { change?: (devices: Devices) => void } = {};
  const store = createDevicesStore({
    send: ((type: string, input: unknown) => {
      sent.push([type, input]);
      return Promise.resolve(null);
    }) as never,
    read: () => Promise.resolve({ microphoneId: 'headset', speakerId: '' }),
    watch: (onChange) => {
      hands.change = onChange;
    },
    watchDevices: (tell) => tell({ microphones: [{ id: 'headset', name: 'Headset' }], speakers: [] }),
    notices: createNotices(),
  });
  await Promise.resolve();
  expect([store.chosen.value.microphoneId, store.microphones.value]).toEqual(['headset', [{ id: 'headset', name: 'Headset' }]]);
  store.chooseSpeaker('desk');
  expect(sent).toEqual([['devices.choose', { microphoneId: 'headset', speakerId: 'desk' }]]);
  hands.change?.({ microphoneId: '', speakerId: '' });
  expect(store.chosen.value).toEqual({ microphoneId: '', speakerId: '' });
});
