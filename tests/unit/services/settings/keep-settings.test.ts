import { describe, expect, it } from 'vitest';
import type { EffectiveSettings } from '@/lib/domain/settings/resolve';
import { createSettings } from '@/lib/services/settings/keep-settings';

type Given = Readonly<Record<string, unknown>>;

/** Storage that answers in a later turn, as Chrome's does. */
function setUp(world: { policy?: Given; own?: Given } = {}) {
  const state = { policy: world.policy ?? {}, own: world.own ?? {} };
  const followed: EffectiveSettings[] = [];
  const settings = createSettings({
    readPolicy: async () => state.policy,
    readOwn: async () => state.own,
    writeOwn: async (own) => {
      await Promise.resolve();
      state.own = own;
    },
    onChanged: async (effective) => {
      followed.push(effective);
    },
  });
  return { settings, state, followed, latest: () => followed.at(-1)?.values };
}

describe('saving a setting', () => {
  it('stores the value, and what depends on it follows', async () => {
    const { settings, state, latest } = setUp();
    expect(await settings.save('logging.holdSeconds', 12)).toEqual({ kind: 'saved' });
    expect(state.own).toEqual({ 'logging.holdSeconds': 12 });
    expect(latest()?.['logging.holdSeconds']).toBe(12);
  });

  it('never stores a bad value, and says what is wrong', async () => {
    const { settings, state, followed } = setUp({ own: { 'logging.holdSeconds': 5 } });
    expect(await settings.save('logging.holdSeconds', 31)).toEqual({
      kind: 'invalid',
      problem: 'problemWholeNumber',
      parts: ['0', '30'],
    });
    expect(state.own).toEqual({ 'logging.holdSeconds': 5 });
    expect(followed).toEqual([]);
  });

  it('leaves alone what policy has set, well or badly', async () => {
    const { settings, state } = setUp({ policy: { 'logging.retries': 1, 'logging.holdSeconds': 'soon' } });
    expect(await settings.save('logging.retries', 3)).toEqual({ kind: 'locked' });
    expect(await settings.save('logging.holdSeconds', 3)).toEqual({ kind: 'locked' });
    expect(state.own).toEqual({});
  });

  it('locks the address that policy’s secret is sent to', async () => {
    const { settings, state } = setUp({ policy: { 'salesloft.clientSecret': 'hush' } });
    expect(await settings.save('salesloft.tokenUrl', 'https://evil.test/token')).toEqual({ kind: 'locked' });
    expect(state.own).toEqual({});
  });

  it('drops an own secret when its address leads to another host, or back', async () => {
    const { settings, state } = setUp({ own: { 'salesloft.clientSecret': 'hush' } });
    await settings.save('salesloft.tokenUrl', 'https://gateway.test/token');
    expect(state.own).toEqual({ 'salesloft.tokenUrl': 'https://gateway.test/token' });
    await settings.save('salesloft.clientSecret', 'other');
    await settings.reset('salesloft.tokenUrl');
    expect(state.own).toEqual({});
  });

  it.each(['nonsense', '__proto__', 'toString'])('knows no setting %s', async (key) => {
    const { settings, state } = setUp();
    await expect(settings.save(key, 1)).rejects.toMatchObject({ code: 'setting-invalid' });
    await expect(settings.reset(key)).rejects.toMatchObject({ code: 'setting-invalid' });
    expect(state.own).toEqual({});
  });

  it('loses none of several changes made at once', async () => {
    const { settings, state, latest } = setUp();
    await Promise.all([
      settings.save('logging.holdSeconds', 1),
      settings.save('logging.retries', 2),
      settings.save('logging.reference', false),
      settings.reset('logging.retries'),
    ]);
    expect(state.own).toEqual({ 'logging.holdSeconds': 1, 'logging.reference': false });
    expect(latest()).toMatchObject({ 'logging.holdSeconds': 1, 'logging.retries': 5, 'logging.reference': false });
  });

  it('goes on after a change that could not be written', async () => {
    let isFull = true;
    const settings = createSettings({
      readPolicy: async () => ({}),
      readOwn: async () => ({}),
      writeOwn: async () => {
        if (isFull) throw new Error('full');
      },
      onChanged: async () => undefined,
    });
    await expect(settings.save('logging.retries', 1)).rejects.toThrow('full');
    isFull = false;
    expect(await settings.save('logging.retries', 1)).toEqual({ kind: 'saved' });
  });

  it('keeps a stored secret that the page sends back unseen, for the same host', async () => {
    const { settings, state } = setUp({ own: { 'telephony.sip': { server: 'wss://a.test', password: 'secret' } } });
    await settings.save('telephony.sip', { server: 'wss://a.test/ws', password: true });
    expect(state.own['telephony.sip']).toMatchObject({ server: 'wss://a.test/ws', password: 'secret' });
    await settings.save('telephony.sip', { server: 'wss://b.test', password: true });
    expect(state.own['telephony.sip']).toMatchObject({ server: 'wss://b.test', password: '' });
  });
});

describe('going back to the default', () => {
  it('drops the own value only', async () => {
    const { settings, state, latest } = setUp({ own: { 'logging.retries': 2, 'logging.holdSeconds': 3 } });
    await settings.reset('logging.retries');
    expect(state.own).toEqual({ 'logging.holdSeconds': 3 });
    expect(latest()?.['logging.retries']).toBe(5);
  });
});

describe('policy that comes late or changes', () => {
  it('is followed, stands over the own value, and gives it back when it goes', async () => {
    const { settings, state, latest } = setUp({ own: { 'logging.holdSeconds': 20 } });
    expect((await settings.current()).values['logging.holdSeconds']).toBe(20);
    state.policy = { 'logging.holdSeconds': 2 };
    await settings.followPolicy();
    expect(latest()?.['logging.holdSeconds']).toBe(2);
    state.policy = {};
    await settings.followPolicy();
    expect(latest()?.['logging.holdSeconds']).toBe(20);
  });
});
