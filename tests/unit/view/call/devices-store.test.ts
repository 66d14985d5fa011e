import { expect, it, vi } from 'vitest';
import type { Devices } from '@/lib/domain/call/devices';
import { createDevicesStore } from '@/lib/view/call/devices-store';
import { createNotices } from '@/lib/view/core/notices';

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
    isInCall: () => true,
    notices: createNotices(),
  });
  await Promise.resolve();
  expect([store.chosen.value.microphoneId, store.microphones.value]).toEqual([
    'headset',
    [{ id: 'headset', name: 'Headset' }],
  ]);
  store.chooseSpeaker('desk');
  expect(sent).toEqual([['devices.choose', { microphoneId: 'headset', speakerId: 'desk' }]]);
  hands.change?.({ microphoneId: '', speakerId: '' });
  expect(store.chosen.value).toEqual({ microphoneId: '', speakerId: '' });
});

it.each([
  [
    'headset',
    true,
    ["Headset was unplugged. If you were using it, the call continues on your computer's default device."],
  ],
  ['', true, ["Headset was unplugged. If you were using it, the call continues on your computer's default device."]],
  ['desk', true, []],
  ['headset', false, []],
] as const)('says in a call which device is gone: chosen “%s”, in a call %s', async (microphoneId, isInCall, said) => {
  const hands: {
    tell?: (found: { microphones: readonly { id: string; name: string }[]; speakers: readonly never[] }) => void;
  } = {};
  const notices = createNotices();
  const say = vi.spyOn(notices, 'say');
  createDevicesStore({
    send: (() => Promise.resolve(null)) as never,
    read: () => Promise.resolve({ microphoneId, speakerId: '' }),
    watch: () => undefined,
    watchDevices: (tell) => {
      hands.tell = tell;
    },
    isInCall: () => isInCall,
    notices,
  });
  await Promise.resolve();
  const desk = { id: 'desk', name: 'Desk' };
  hands.tell?.({ microphones: [{ id: 'headset', name: 'Headset' }, desk], speakers: [] });
  hands.tell?.({ microphones: [desk], speakers: [] });
  hands.tell?.({ microphones: [desk], speakers: [] });
  expect(say.mock.calls.map(([words]) => words)).toEqual(said);
});
