// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { repairMedia } from '@/lib/phone/sip/repair-media';

function setUp() {
  const connection = Object.assign(new EventTarget(), { iceConnectionState: 'connected' });
  const tryAgain = vi.fn();
  const onLost = vi.fn();
  const stop = repairMedia(connection as unknown as RTCPeerConnection, tryAgain, onLost);
  return {
    tryAgain,
    onLost,
    stop,
    becomes: (state: RTCIceConnectionState) => {
      connection.iceConnectionState = state;
      connection.dispatchEvent(new Event('iceconnectionstatechange'));
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('tries after 2 s and every 5 s, and gives up after 30 s, once', async () => {
  const { becomes, tryAgain, onLost } = setUp();
  becomes('disconnected');
  await vi.advanceTimersByTimeAsync(1_999);
  expect(tryAgain).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(28_000);
  expect([tryAgain.mock.calls.length, onLost.mock.calls.length]).toEqual([6, 0]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([tryAgain.mock.calls.length, onLost.mock.calls.length]).toEqual([6, 1]);
});

it('counts a try under way as no repair: the half minute runs on', async () => {
  const { becomes, onLost } = setUp();
  for (const state of ['disconnected', 'checking', 'failed', 'checking', 'disconnected'] as const) {
    becomes(state);
    await vi.advanceTimersByTimeAsync(6_000);
  }
  expect(onLost).toHaveBeenCalledTimes(1);
});

it.each(['connected', 'completed'] as const)(
  'rests once it is %s, and begins anew with the next break',
  async (whole) => {
    const { becomes, tryAgain, onLost } = setUp();
    becomes('failed');
    await vi.advanceTimersByTimeAsync(25_000);
    becomes(whole);
    tryAgain.mockClear();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tryAgain).not.toHaveBeenCalled();
    becomes('disconnected');
    await vi.advanceTimersByTimeAsync(29_000);
    expect(onLost).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(onLost).toHaveBeenCalledTimes(1);
  },
);

it('tries at once when a network comes, and never after the call', async () => {
  const { becomes, tryAgain, onLost, stop } = setUp();
  dispatchEvent(new Event('online'));
  expect(tryAgain).toHaveBeenCalledTimes(1);
  becomes('disconnected');
  stop();
  dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([tryAgain.mock.calls.length, onLost.mock.calls.length]).toEqual([1, 0]);
});
