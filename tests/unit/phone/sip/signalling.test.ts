import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSignalling } from '@/lib/phone/sip/signalling';

function setUp(given: { isConnected?: boolean; isRegistered?: boolean; answer?: boolean | 'never' }) {
  const parts = {
    isConnected: () => given.isConnected ?? true,
    isRegistered: () => given.isRegistered ?? true,
    ask: vi.fn(() =>
      given.answer === 'never' ? Promise.withResolvers<boolean>().promise : Promise.resolve(given.answer ?? true),
    ),
    register: vi.fn(),
    drop: vi.fn(),
    send: vi.fn(),
  };
  return { parts, signalling: createSignalling(parts) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('answers when the phone system does, and is asked once at a time', async () => {
  const { parts, signalling } = setUp({});
  expect(await Promise.all([signalling.answers(), signalling.answers()])).toEqual([true, true]);
  expect(parts.ask).toHaveBeenCalledTimes(1);
});

it('asks nothing without a connection', async () => {
  const { parts, signalling } = setUp({ isConnected: false });
  expect(await signalling.answers()).toBe(false);
  expect(parts.ask).not.toHaveBeenCalled();
});

it('drops a socket that is open but dead', async () => {
  const { parts, signalling } = setUp({ answer: 'never' });
  const answer = signalling.answers();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await answer).toBe(false);
  expect(parts.drop).toHaveBeenCalledTimes(1);
});

it('leaves alone a socket that broke by itself', async () => {
  const { parts, signalling } = setUp({ answer: false });
  expect(await signalling.answers()).toBe(false);
  expect([parts.drop, parts.register].map((done) => done.mock.calls.length)).toEqual([0, 0]);
});

it('registers again where it is connected but not taken in', async () => {
  const { parts, signalling } = setUp({ isRegistered: false });
  expect(await signalling.answers()).toBe(false);
  expect(parts.register).toHaveBeenCalledTimes(1);
});

it('tells of each return until nobody listens any more', () => {
  const { signalling } = setUp({});
  const heard: string[] = [];
  const stop = signalling.onBack(() => {
    heard.push('one');
    stop();
  });
  signalling.onBack(() => heard.push('other'));
  signalling.cameBack();
  signalling.cameBack();
  expect(heard).toEqual(['one', 'other', 'other']);
});
