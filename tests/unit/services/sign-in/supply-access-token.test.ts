import { describe, expect, it } from 'vitest';
import type { Tokens } from '@/lib/domain/sign-in/oauth';
import { createAccessToken } from '@/lib/services/sign-in/supply-access-token';
import type { GrantSettings, TokenAnswer } from '@/lib/services/sign-in/grant-port';
import { aRep, aSignedInAccount } from '@/tests/support/builders/builders';
import { createLock, createMemoryGrant } from '@/tests/support/fakes/memory-grant';

const BINDING = { clientId: 'c', tokenUrl: 'https://accounts.salesloft.com/oauth/token' };
const LIFETIME = 7_200_000;

function aToken(name: string, change: Partial<Tokens> = {}): Tokens {
  return {
    accessToken: `access-${name}`,
    refreshToken: `refresh-${name}`,
    obtainedAt: 0,
    lifetimeMs: LIFETIME,
    binding: BINDING,
    ...change,
  };
}

function setUp(change: { answer?: () => TokenAnswer | Promise<TokenAnswer>; settings?: Partial<GrantSettings> } = {}) {
  const grant = createMemoryGrant({ signIn: aSignedInAccount(), tokens: aToken('1') });
  const world = { now: LIFETIME, isOnline: true };
  const settings: GrantSettings = {
    ...BINDING,
    clientSecret: '',
    isSecretExposed: false,
    scopes: [],
    keepSignedIn: false,
    ...change.settings,
  };
  const asked: string[] = [];
  const accessToken = createAccessToken({
    ...grant,
    readSettings: async () => settings,
    refresh: async (_client, refreshToken) => {
      asked.push(refreshToken);
      return change.answer?.() ?? { kind: 'granted', tokens: aToken('2', { obtainedAt: world.now }) };
    },
    underLock: createLock(),
    isOnline: () => world.isOnline,
    now: () => world.now,
  });
  return { ...grant, world, settings, asked, accessToken };
}

describe('renewing', () => {
  it('sends the refresh token to no address that policy has named since the request began', async () => {
    const { accessToken, asked, settings, held } = setUp();
    Object.assign(settings, { tokenUrl: 'https://new.test/token' });
    expect(await accessToken.renew('access-1')).toEqual({ ok: false, code: 'not-signed-in' });
    expect(asked).toEqual([]);
    expect(held.tokens).toBeUndefined();
  });

  it('sends it for no other client', async () => {
    const { accessToken, asked, settings } = setUp();
    Object.assign(settings, { clientId: 'other' });
    expect(await accessToken.renew('access-1')).toMatchObject({ ok: false });
    expect(asked).toEqual([]);
  });

  it('stores the new refresh token before anybody gets the new access token', async () => {
    const { accessToken, journal } = setUp();
    const used = accessToken.current().then((bearer) => journal.push(bearer.ok ? `used ${bearer.token}` : 'none'));
    await used;
    expect(journal).toEqual(['stored refresh-2', 'used access-2']);
  });

  it('takes what another has stored meanwhile instead of spending the grant again', async () => {
    const { accessToken, asked, held } = setUp();
    held.tokens = aToken('other', { obtainedAt: LIFETIME });
    expect(await accessToken.renew('access-1')).toEqual({ ok: true, token: 'access-other' });
    expect(asked).toEqual([]);
  });

  it('does not wipe what the winner of a race has stored', async () => {
    const set = setUp({
      answer: () => {
        set.held.tokens = aToken('winner');
        return { kind: 'refused', code: 'sign-in-refused', detail: 'invalid_grant' };
      },
    });
    expect(await set.accessToken.current()).toEqual({ ok: true, token: 'access-winner' });
    expect(set.published).toEqual([]);
  });

  it('keeps the refresh token of a provider that does not rotate', async () => {
    const { accessToken, held } = setUp({
      answer: () => ({ kind: 'granted', tokens: aToken('2', { refreshToken: '' }) }),
    });
    await accessToken.current();
    expect(held.tokens).toMatchObject({ accessToken: 'access-2', refreshToken: 'refresh-1' });
  });

  it('waits five minutes after a lost answer, and not at all once the token is dead', async () => {
    const { accessToken, asked, world } = setUp({ answer: () => ({ kind: 'unreachable', code: 'salesloft-timeout' }) });
    world.now = 0.75 * LIFETIME;
    for (let minute = 0; minute < 6; minute += 1) {
      expect(await accessToken.current()).toEqual({ ok: true, token: 'access-1' });
      world.now += 60_000;
    }
    expect(asked).toHaveLength(2);
    world.now = LIFETIME;
    expect(await accessToken.current()).toEqual({ ok: false, code: 'salesloft-timeout' });
    expect(asked).toHaveLength(3);
  });

  it('asks once for all who wait, also when no answer comes', async () => {
    const { accessToken, asked } = setUp({ answer: () => ({ kind: 'unreachable', code: 'salesloft-timeout' }) });
    const bearers = await Promise.all(Array.from({ length: 5 }, () => accessToken.current()));
    expect(bearers).toEqual(Array.from({ length: 5 }, () => ({ ok: false, code: 'salesloft-timeout' })));
    expect(asked).toEqual(['refresh-1']);
  });

  it('does not try while known offline', async () => {
    const { accessToken, asked, world } = setUp();
    world.isOnline = false;
    await accessToken.current();
    expect(asked).toEqual([]);
  });

  it('says which client is unknown, and that the rep must reconnect', async () => {
    const { accessToken, published, held } = setUp({
      answer: () => ({ kind: 'refused', code: 'client-unknown', detail: 'Client authentication failed' }),
    });
    expect(await accessToken.current()).toEqual({ ok: false, code: 'not-signed-in' });
    expect(published).toEqual([
      { state: 'expired', rep: aRep(), failure: { code: 'client-unknown', detail: 'Client authentication failed' } },
    ]);
    expect(held.tokens).toBeUndefined();
  });
});

describe('a grant that is gone', () => {
  it('is told to the rep, also when the worker that forgot it died before it could', async () => {
    const { accessToken, held, published } = setUp();
    delete held.tokens;
    expect(await accessToken.current()).toEqual({ ok: false, code: 'not-signed-in' });
    expect(published).toMatchObject([{ state: 'expired', rep: aRep(), failure: { code: 'sign-in-expired' } }]);
  });

  it('is no news while the rep is signing in, or signed out', async () => {
    for (const signIn of [{ state: 'connecting' }, { state: 'signedOut' }] as const) {
      const { accessToken, held, published } = setUp();
      delete held.tokens;
      held.signIn = signIn;
      expect(await accessToken.current()).toEqual({ ok: false, code: 'not-signed-in' });
      expect(published).toEqual([]);
    }
  });
});

describe('keeping the sign-in over a browser restart', () => {
  it('seals each new refresh token where it is allowed', async () => {
    const { accessToken, held } = setUp({ settings: { keepSignedIn: true } });
    await accessToken.current();
    expect(held.sealed).toEqual({ refreshToken: 'refresh-2', binding: BINDING, rep: aRep() });
  });

  it('follows the setting both ways', async () => {
    const { accessToken, held, settings, world } = setUp({ settings: { keepSignedIn: true } });
    world.now = 0;
    await accessToken.followSettings();
    expect(held.sealed?.refreshToken).toBe('refresh-1');
    Object.assign(settings, { keepSignedIn: false });
    await accessToken.followSettings();
    expect(held.sealed).toBeUndefined();
    expect(held.tokens).toBeDefined();
  });
});

it.each([
  ['client', { clientId: 'another' }],
  ['token address', { tokenUrl: 'https://gateway.test/token' }],
])('forgets the grant of another %s without sending it anywhere', async (_what, change) => {
  const { accessToken, asked, held, published } = setUp({ settings: { ...change, keepSignedIn: true } });
  held.sealed = { refreshToken: 'refresh-1', binding: BINDING, rep: aRep() };
  await accessToken.followSettings();
  expect([asked, held.tokens, held.sealed]).toEqual([[], undefined, undefined]);
  expect(published).toMatchObject([{ state: 'expired', failure: { code: 'sign-in-expired' } }]);
});
