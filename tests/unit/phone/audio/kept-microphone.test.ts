import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeptMicrophone } from '@/lib/phone/audio/kept-microphone';
import { FakeTrack } from '@/tests/support/fakes/fake-track';

function setUp() {
  const told: boolean[] = [];
  const opened: FakeTrack[] = [];
  let isInCall = false;
  let refuses = false;
  const microphone = createKeptMicrophone({
    capture: async ({ microphoneId }) => {
      if (refuses) throw new Error('denied');
      const track = new FakeTrack(microphoneId);
      opened.push(track);
      return track as unknown as MediaStreamTrack;
    },
    tell: (isOpen) => told.push(isOpen),
    isInCall: () => isInCall,
  });
  return {
    microphone,
    told,
    opened,
    keep: (microphoneId: string) => microphone.keep({ microphoneId, speakerId: '' }),
    setInCall: (is: boolean) => (isInCall = is),
    refuse: () => (refuses = true),
    live: () => opened.filter(({ readyState }) => readyState === 'live').map(({ label }) => label),
  };
}

describe('a microphone kept between calls', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is opened once, gives each call its own copy, and says that it listens', async () => {
    const { microphone, keep, told, opened } = setUp();
    await keep('headset');
    await keep('headset');
    expect([microphone.take('headset')?.label, microphone.take('other')]).toEqual(['copy of headset', undefined]);
    microphone.release();
    expect([told, opened.length, microphone.take('headset')]).toEqual([[true, false], 1, undefined]);
  });

  it('is let go after two minutes in which nobody dialed, but not in a call', async () => {
    const { microphone, keep, live, setInCall } = setUp();
    await keep('headset');
    setInCall(true);
    vi.advanceTimersByTime(10 * 60_000);
    expect(live()).toEqual(['headset']);
    setInCall(false);
    vi.advanceTimersByTime(2 * 60_000);
    expect([live(), microphone.isOpen()]).toEqual([[], false]);
  });

  it('is exchanged for another that is chosen, and never left listening by a late answer', async () => {
    const { microphone, keep, live } = setUp();
    await keep('headset');
    await keep('desk');
    expect(live()).toEqual(['desk']);
    const opening = keep('headset');
    microphone.release();
    await opening;
    expect(live()).toEqual([]);
  });

  it('that is refused or unplugged is simply not there', async () => {
    const { microphone, keep, opened, told, refuse } = setUp();
    await keep('headset');
    opened[0]?.unplug();
    refuse();
    await keep('headset');
    expect([told, microphone.isOpen(), microphone.take('headset')]).toEqual([[true, false], false, undefined]);
  });
});
