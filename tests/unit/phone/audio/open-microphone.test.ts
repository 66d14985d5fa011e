import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDeviceChoice } from '@/lib/phone/audio/device-choice';
import type { LevelMeter } from '@/lib/phone/audio/level-meter';
import { openMicrophone } from '@/lib/phone/audio/open-microphone';
import { FakeTrack } from '@/tests/support/fakes/fake-track';

let listenedTo: string[] = [];
const meter: LevelMeter = {
  listenTo: (track) => listenedTo.push(track.label),
  read: () => 0.25,
  close: () => listenedTo.push('closed'),
};

/** What Chrome answers to each request, in order; the last answer stays. */
let answers: (() => Promise<FakeTrack>)[] = [];
let opened: FakeTrack[] = [];
const devices = new EventTarget();

beforeEach(() => {
  answers = [];
  opened = [];
  listenedTo = [];
  const getUserMedia = async () => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (!answer) throw new DOMException('Requested device not found', 'NotFoundError');
    const track = await answer();
    opened.push(track);
    return { getAudioTracks: () => [track] };
  };
  vi.stubGlobal('navigator', { mediaDevices: Object.assign(devices, { getUserMedia }) });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const gives = (label: string) => () => Promise.resolve(new FakeTrack(label));
const refuses =
  (name: string, words = '') =>
  () =>
    Promise.reject(new DOMException(words, name));
const plugIn = () => devices.dispatchEvent(new Event('devicechange'));
const live = () => opened.filter(({ readyState }) => readyState === 'live').map(({ label }) => label);

describe('opening the microphone', () => {
  it.each([
    ['NotAllowedError', 'Permission dismissed', 'microphone-not-granted'],
    ['NotAllowedError', 'Permission denied', 'microphone-denied'],
    ['NotAllowedError', 'Permission denied by system', 'microphone-denied'],
    ['NotFoundError', '', 'microphone-missing'],
    ['NotReadableError', '', 'microphone-busy'],
    ['AbortError', '', 'microphone-busy'],
    ['InvalidStateError', '', 'line-failed'],
  ])('tells %s (%s) as %s', async (name, words, code) => {
    answers = [refuses(name, words)];
    await expect(openMicrophone(() => undefined, createDeviceChoice(), meter)).rejects.toMatchObject({ code });
  });

  it('goes silent without being stopped', async () => {
    answers = [gives('built-in')];
    const microphone = await openMicrophone(() => undefined, createDeviceChoice(), meter);
    microphone.setSilent(true);
    expect([opened[0]?.enabled, opened[0]?.readyState]).toEqual([false, 'live']);
  });
});

describe('a microphone that is unplugged', () => {
  it('is replaced by what Chrome gives now, as silent as it was', async () => {
    answers = [gives('headset'), gives('built-in')];
    const replaced = vi.fn();
    const microphone = await openMicrophone(replaced, createDeviceChoice(), meter);
    microphone.setSilent(true);
    opened[0]?.unplug();
    await vi.waitFor(() => expect(replaced).toHaveBeenCalledWith(opened[1]));
    expect(microphone.track().label).toBe('built-in');
    expect(opened[1]?.enabled).toBe(false);
  });

  it('is replaced as soon as there is one again', async () => {
    answers = [gives('headset'), refuses('NotFoundError'), gives('new headset')];
    const replaced = vi.fn();
    await openMicrophone(replaced, createDeviceChoice(), meter);
    opened[0]?.unplug();
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    expect(replaced).not.toHaveBeenCalled();
    // The wait for a device begins a turn after the refusal.
    await vi.waitFor(() => {
      plugIn();
      expect(replaced).toHaveBeenCalledTimes(1);
    });
    expect(live()).toEqual(['new headset']);
  });

  it('is replaced a second time too', async () => {
    answers = [gives('one'), gives('two'), gives('three')];
    const microphone = await openMicrophone(() => undefined, createDeviceChoice(), meter);
    opened[0]?.unplug();
    await vi.waitFor(() => expect(microphone.track().label).toBe('two'));
    opened[1]?.unplug();
    await vi.waitFor(() => expect(microphone.track().label).toBe('three'));
  });

  it('leaves no microphone listening when the call ends while Chrome opens another', async () => {
    const opening = Promise.withResolvers<FakeTrack>();
    answers = [gives('headset'), () => opening.promise];
    const replaced = vi.fn();
    const microphone = await openMicrophone(replaced, createDeviceChoice(), meter);
    opened[0]?.unplug();
    microphone.close();
    opening.resolve(new FakeTrack('built-in'));
    await vi.waitFor(() => expect(opened).toHaveLength(2));
    await vi.waitFor(() => expect(live()).toEqual([]));
    expect(replaced).not.toHaveBeenCalled();
  });
});

describe('the microphone that the rep chose', () => {
  const chosen = (microphoneId: string) => {
    const devices = createDeviceChoice();
    devices.set({ microphoneId, speakerId: '' });
    return devices;
  };

  it('gives way to the computer’s own while it is not there', async () => {
    answers = [refuses('OverconstrainedError'), gives('built-in')];
    expect((await openMicrophone(() => undefined, chosen('gone'), meter)).track().label).toBe('built-in');
  });

  it('is exchanged in mid-call, as silent as the other was, which then listens no more', async () => {
    answers = [gives('built-in'), gives('headset')];
    const replaced = vi.fn();
    const devices = createDeviceChoice();
    const microphone = await openMicrophone(replaced, devices, meter);
    microphone.setSilent(true);
    devices.set({ microphoneId: 'headset', speakerId: '' });
    await vi.waitFor(() => expect(replaced).toHaveBeenCalledWith(opened[1]));
    expect([opened[1]?.enabled, live()]).toEqual([false, ['headset']]);
    microphone.close();
    expect([microphone.level(), listenedTo]).toEqual([0.25, ['built-in', 'headset', 'closed']]);
  });

  it('stays as it was when the other cannot be opened, and is not exchanged for another loudspeaker', async () => {
    answers = [gives('built-in'), refuses('NotReadableError')];
    const replaced = vi.fn();
    const devices = createDeviceChoice();
    await openMicrophone(replaced, devices, meter);
    devices.set({ microphoneId: '', speakerId: 'other' });
    devices.set({ microphoneId: 'busy', speakerId: 'other' });
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    expect([live(), replaced.mock.calls]).toEqual([['built-in'], []]);
  });
});
