import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askForMicrophone } from '@/lib/platform/microphone-test';

const test = { onLevel: vi.fn(), onEnded: vi.fn() };

/** Chrome's answer to the question, and what its settings say afterwards. */
function chromeAnswers(answer: () => Promise<unknown>, state: PermissionState): void {
  vi.stubGlobal('navigator', {
    mediaDevices: { getUserMedia: answer },
    permissions: { query: async () => ({ state }) },
  });
}

/** A microphone at half of full loudness. */
class LoudContext {
  static isClosed = false;
  createAnalyser() {
    return { fftSize: 4, getFloatTimeDomainData: (samples: Float32Array) => samples.fill(-0.5) };
  }
  createMediaStreamSource() {
    return { connect: () => undefined };
  }
  async close() {
    LoudContext.isClosed = true;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('AudioContext', LoudContext);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('asking for the microphone', () => {
  it.each([
    ['NotAllowedError', 'prompt', 'dismissed'],
    ['NotAllowedError', 'denied', 'denied'],
    ['NotAllowedError', 'granted', 'blockedBySystem'],
    ['NotFoundError', 'granted', 'missing'],
    ['NotReadableError', 'granted', 'busy'],
    ['AbortError', 'granted', 'busy'],
  ] as const)('tells %s with the permission %s as %s', async (name, state, outcome) => {
    chromeAnswers(() => Promise.reject(new DOMException('', name)), state);
    expect(await askForMicrophone(test)).toBe(outcome);
  });

  it('measures until the microphone ends, and says so', async () => {
    const track = new EventTarget();
    chromeAnswers(async () => ({ getAudioTracks: () => [track] }), 'granted');
    expect(await askForMicrophone(test)).toBe('granted');
    await vi.advanceTimersByTimeAsync(100);
    expect(test.onLevel).toHaveBeenLastCalledWith(0.75);
    track.dispatchEvent(new Event('ended'));
    expect(test.onLevel).toHaveBeenLastCalledWith(0);
    expect([test.onEnded.mock.calls.length, LoudContext.isClosed]).toEqual([1, true]);
    const told = test.onLevel.mock.calls.length;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(test.onLevel).toHaveBeenCalledTimes(told);
  });
});
