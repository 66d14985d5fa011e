import { describe, expect, it } from 'vitest';
import type { RepSignIn, Rep } from '@/lib/domain/sign-in/rep-sign-in';
import { DialerError } from '@/lib/domain/core/errors';
import type { Tokens } from '@/lib/domain/sign-in/oauth';
import { createAccessToken } from '@/lib/services/sign-in/supply-access-token';
import type { GrantSettings, TokenAnswer } from '@/lib/services/sign-in/grant-port';
import { createSignIn } from '@/lib/services/sign-in/sign-in';
import { aRep, aSignedInAccount } from '@/tests/support/builders/builders';
import { createLock, createMemoryGrant } from '@/tests/support/fakes/memory-grant';

const REDIRECT = 'https://abc.chromiumapp.org/';
const BINDING = { clientId: 'c', tokenUrl: 'https://accounts.salesloft.com/oauth/token' };

function aToken(name: string, change: Partial<Tokens> = {}): Tokens {
  return {
    accessToken: `access-${name}`,
    refreshToken: `refresh-${name}`,
    obtainedAt: 0,
    lifetimeMs: 7_200_000,
    binding: BINDING,
    ...change,
  };
}

function setUp(start: { signIn?: RepSignIn; tokens?: Tokens } = {}, change: Partial<GrantSettings> = {}) {
  const grant = createMemoryGrant(start);
  const settings: GrantSettings = {
    ...BINDING,
    clientSecret: '',
    isSecretExposed: false,
    scopes: ['calls:write'],
    keepSignedIn: false,
    ...change,
  };
  const world: { rep: Rep; window: (url: URL) => string | Promise<string>; refresh: () => Promise<TokenAnswer> } = {
    rep: aRep(),
    window: (url) => `${REDIRECT}?code=C&state=${url.searchParams.get('state') ?? ''}`,
    refresh: async () => ({ kind: 'granted', tokens: aToken('renewed') }),
  };
  const events: string[] = [];
  const base = {
    ...grant,
    readSettings: async () => settings,
    underLock: createLock(),
    isOnline: () => true,
    now: () => 0,
  };
  const whileNothingLeaves = createLock();
  let secrets = 0;
  const signIn = createSignIn({
    ...base,
    mayReach: () => Promise.resolve(true),
    redirectUrl: () => REDIRECT,
    openWindow: async (url) => world.window(new URL(url)),
    exchange: async () => ({ kind: 'granted', tokens: aToken('new') }),
    readRep: async () => ({ ok: true, value: world.rep }),
    newSecret: () => `secret-${(secrets += 1)}`,
    challengeOf: async (verifier) => `hash of ${verifier}`,
    whileNothingLeaves,
    onOtherRep: async () => void events.push(`other rep, ${grant.held.signIn.state}`),
    onSignedIn: () => void events.push(`signed in, ${grant.held.signIn.state}`),
  });
  const accessToken = createAccessToken({ ...base, refresh: () => world.refresh() });
  return { ...grant, world, settings, events, signIn, accessToken, whileNothingLeaves };
}

describe('connecting', () => {
  it('is one window at a time, and the second attempt changes nothing', async () => {
    const opened = Promise.withResolvers<string>();
    const { signIn, world, held, published } = setUp();
    world.window = () => opened.promise;
    const first = signIn.connect();
    await expect(signIn.connect()).rejects.toMatchObject({ code: 'sign-in-busy' });
    opened.resolve(`${REDIRECT}?code=C&state=secret-1`);
    await first;
    expect([held.signIn.state, published.length]).toEqual(['signedIn', 2]);
  });

  it('uses an answer once: the flow is gone after the window, whatever came of it', async () => {
    const { signIn, world, held } = setUp();
    await signIn.connect();
    expect(held.flow).toBeUndefined();
    world.window = () => `${REDIRECT}?code=C&state=secret-1`;
    await expect(signIn.connect()).rejects.toMatchObject({ code: 'sign-in-mismatch' });
  });

  it('names no rep before the tokens are stored, and starts what has waited only then', async () => {
    const { signIn, events, journal } = setUp();
    await signIn.connect();
    expect([journal, events]).toEqual([['stored refresh-new'], ['signed in, signedIn']]);
  });

  it('clears the screen of another rep before the new one is published', async () => {
    const { signIn, events, world } = setUp({ signIn: aSignedInAccount({ state: 'expired' }) });
    world.rep = aRep({ guid: 'another' as Rep['guid'] });
    await signIn.connect();
    expect(events).toEqual(['other rep, connecting', 'signed in, signedIn']);
  });

  it('never leaves the rep before beside another’s tokens, whatever fails and whenever its worker dies', async () => {
    for (const step of ['write', 'seal'] as const) {
      for (const trouble of ['fails', 'never ends'] as const) {
        const set = setUp({ signIn: aSignedInAccount(), tokens: aToken('old') }, { keepSignedIn: true });
        set.world.rep = aRep({ guid: 'another' as Rep['guid'] });
        const reached = Promise.withResolvers<undefined>();
        const stop = (): Promise<never> => {
          reached.resolve(undefined);
          return trouble === 'fails' ? Promise.reject(new Error('The disk is full.')) : new Promise(() => undefined);
        };
        if (step === 'write') set.tokens.write = stop;
        else set.sealed.seal = stop;
        const connected = set.signIn.connect().catch(() => undefined);
        await (trouble === 'fails' ? connected : reached.promise);
        await set.signIn.resume();
        expect([step, trouble, set.held.signIn.state, set.held.signIn.rep]).toEqual([
          step,
          trouble,
          'signedOut',
          undefined,
        ]);
      }
    }
  });

  it('waits until no log is on its way: none may leave with the next rep’s token', async () => {
    const { signIn, whileNothingLeaves, held } = setUp({ signIn: aSignedInAccount(), tokens: aToken('old') });
    const log = Promise.withResolvers<undefined>();
    const leaving = whileNothingLeaves(() => log.promise);
    const connected = signIn.connect();
    await expect.poll(() => held.signIn.state).toBe('connecting');
    expect(held.tokens?.accessToken).toBe('access-old');
    log.resolve(undefined);
    await Promise.all([leaving, connected]);
    expect(held.tokens?.accessToken).toBe('access-new');
  });

  it('keeps the grant of a rep who closes a second window, and says expired to one who had none', async () => {
    const close = () => Promise.reject(new DialerError('sign-in-closed'));
    const connected = setUp({ signIn: aSignedInAccount(), tokens: aToken('old') });
    connected.world.window = close;
    await expect(connected.signIn.connect()).rejects.toMatchObject({ code: 'sign-in-closed' });
    expect(connected.held).toMatchObject({ signIn: { state: 'signedIn', rep: aRep() }, tokens: aToken('old') });
    const expired = setUp({ signIn: aSignedInAccount({ state: 'expired' }) });
    expired.world.window = close;
    await expect(expired.signIn.connect()).rejects.toMatchObject({ code: 'sign-in-closed' });
    expect(expired.held.signIn).toMatchObject({ state: 'expired', rep: aRep(), failure: { code: 'sign-in-closed' } });
    expect([connected.held.flow, expired.held.flow]).toEqual([undefined, undefined]);
  });

  it('tells of trouble of our own without hiding it', async () => {
    const { signIn, world, held } = setUp();
    world.window = () => Promise.reject(new Error('boom'));
    await expect(signIn.connect()).rejects.toMatchObject({ code: 'unexpected', detail: 'Error: boom' });
    expect(held.signIn).toMatchObject({ state: 'signedOut', failure: { code: 'unexpected' } });
  });
});

describe('signing out', () => {
  it('stays signed out when a renewal under way comes back afterwards', async () => {
    const { signIn, accessToken, world, held } = setUp({ signIn: aSignedInAccount(), tokens: aToken('old') });
    const answer = Promise.withResolvers<TokenAnswer>();
    world.refresh = () => answer.promise;
    const renewing = accessToken.renew('access-old');
    const leaving = signIn.disconnect();
    answer.resolve({ kind: 'granted', tokens: aToken('renewed') });
    await Promise.all([renewing, leaving]);
    expect([held.tokens, held.sealed, held.signIn]).toEqual([undefined, undefined, { state: 'signedOut' }]);
  });

  it('makes the answer of a window still open worthless', async () => {
    const opened = Promise.withResolvers<string>();
    const { signIn, world, held } = setUp();
    world.window = () => opened.promise;
    const connecting = signIn.connect();
    await expect.poll(() => held.flow).toBeDefined();
    await signIn.disconnect();
    opened.resolve(`${REDIRECT}?code=C&state=secret-1`);
    await expect(connecting).rejects.toMatchObject({ code: 'sign-in-mismatch' });
    expect([held.tokens, held.signIn.state]).toEqual([undefined, 'signedOut']);
  });
});

describe('starting again', () => {
  const kept = { refreshToken: 'refresh-kept', binding: BINDING, rep: aRep() };

  it('takes up a kept grant, and renews it at the first use', async () => {
    const { signIn, accessToken, held } = setUp({}, { keepSignedIn: true });
    held.sealed = kept;
    await signIn.resume();
    expect(held.signIn).toEqual({ state: 'signedIn', rep: aRep() });
    expect(await accessToken.current()).toEqual({ ok: true, token: 'access-renewed' });
    expect(held.sealed.refreshToken).toBe('refresh-renewed');
  });

  it('forgets a kept grant when keeping is not allowed any more', async () => {
    const { signIn, held } = setUp();
    held.sealed = kept;
    await signIn.resume();
    expect([held.sealed, held.tokens, held.signIn.state]).toEqual([undefined, undefined, 'signedOut']);
  });

  it('ends a window that died with its worker: signed in with tokens, expired without', async () => {
    const withTokens = setUp({ signIn: aSignedInAccount({ state: 'connecting' }), tokens: aToken('old') });
    await withTokens.signIn.resume();
    expect(withTokens.held.signIn).toMatchObject({ state: 'signedIn', failure: { code: 'sign-in-closed' } });
    const without = setUp({ signIn: aSignedInAccount({ state: 'connecting' }) });
    await without.signIn.resume();
    expect(without.held.signIn).toMatchObject({ state: 'expired', rep: aRep() });
    const fresh = setUp({ signIn: { state: 'connecting' } });
    await fresh.signIn.resume();
    expect(fresh.held.signIn).toMatchObject({ state: 'signedOut', failure: { code: 'sign-in-closed' } });
  });
});
