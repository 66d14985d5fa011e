import { describe, expect, it } from 'vitest';
import {
  authorizeUrl,
  codeOf,
  isBoundTo,
  isExpired,
  isWorthRenewing,
  readCallback,
  type SignInFlow,
  type Tokens,
} from '@/lib/domain/sign-in/oauth';

const REDIRECT = 'https://abc.chromiumapp.org/';
const flow: SignInFlow = {
  state: 'S',
  verifier: 'V',
  startedAt: 1_000,
  clientId: 'c',
  tokenUrl: 'https://t.test/token',
};
const read = (query: string, change: { flow?: SignInFlow | undefined; now?: number; at?: string } = {}) =>
  readCallback(
    `${change.at ?? REDIRECT}?${query}`,
    REDIRECT,
    'flow' in change ? change.flow : flow,
    change.now ?? 2_000,
  );

describe('the answer of the sign-in window', () => {
  it('gives the code, with Salesloft’s extras', () => {
    expect(read('code=C&state=S&context=x%2Fy&scope=a%20b')).toEqual({
      kind: 'code',
      code: 'C',
      context: 'x/y',
      scope: 'a b',
    });
  });

  it.each([
    ['another state', read('code=C&state=T')],
    ['no state', read('code=C')],
    ['no flow of ours', read('code=C&state=S', { flow: undefined })],
    ['another address', read('code=C&state=S', { at: 'https://evil.test/' })],
    ['another path', read('code=C&state=S', { at: `${REDIRECT}other` })],
    ['neither code nor error', read('state=S')],
  ])('is not believed with %s', (_words, answer) => {
    expect(answer).toMatchObject({ kind: 'failed', code: 'sign-in-mismatch' });
  });

  it('is too slow after ten minutes, if it is ours at all', () => {
    const late = { now: 1_000 + 600_001 };
    expect(read('code=C&state=S', { now: 1_000 + 600_000 })).toMatchObject({ kind: 'code' });
    expect(read('code=C&state=S', late)).toMatchObject({ kind: 'failed', code: 'sign-in-too-slow' });
    expect(read('code=C&state=T', late)).toMatchObject({ code: 'sign-in-mismatch' });
    expect(read('code=C&state=S', { ...late, at: 'https://evil.test/' })).toMatchObject({ code: 'sign-in-mismatch' });
  });

  it('says that the rep did not allow it', () => {
    expect(read('error=access_denied&state=S')).toMatchObject({ code: 'sign-in-denied' });
    expect(codeOf('invalid_client')).toBe('client-unknown');
    expect(codeOf('anything')).toBe('sign-in-refused');
  });
});

it('asks for a code with state, PKCE and the scopes', () => {
  const url = new URL(
    authorizeUrl({ clientId: 'c', redirectUrl: REDIRECT, state: 'S', challenge: 'H', scopes: ['a:read', 'b:write'] }),
  );
  expect(url.origin + url.pathname).toBe('https://accounts.salesloft.com/oauth/authorize');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: 'c',
    redirect_uri: REDIRECT,
    response_type: 'code',
    scope: 'a:read b:write',
    state: 'S',
    code_challenge: 'H',
    code_challenge_method: 'S256',
  });
});

it('renews tokens at three quarters of their life, and knows where they belong', () => {
  const tokens: Tokens = {
    accessToken: 'a',
    refreshToken: 'r',
    obtainedAt: 0,
    lifetimeMs: 1_000,
    binding: { clientId: 'c', tokenUrl: 'https://t.test/token' },
  };
  expect([isWorthRenewing(tokens, 749), isWorthRenewing(tokens, 750)]).toEqual([false, true]);
  expect([isExpired(tokens, 999), isExpired(tokens, 1_000)]).toEqual([false, true]);
  expect(isBoundTo(tokens, { clientId: 'c', tokenUrl: 'https://evil.test/token' })).toBe(false);
  expect(isBoundTo(tokens, flow)).toBe(true);
});
