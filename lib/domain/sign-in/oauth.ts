import type { ErrorCode } from '@/lib/domain/core/errors';
import { foreignWords } from '@/lib/domain/core/foreign-words';

export const AUTHORIZE_URL = 'https://accounts.salesloft.com/oauth/authorize';

/** How long a sign-in window may stay open before its answer is no longer believed. */
export const FLOW_LIFETIME_MS = 10 * 60_000;

/** A sign-in under way; kept in storage.session, used once. */
export type SignInFlow = {
  readonly state: string;
  readonly verifier: string;
  readonly startedAt: number;
  readonly clientId: string;
  readonly tokenUrl: string;
};

/** What a grant belongs to. Tokens are never sent anywhere else. */
export type GrantBinding = { readonly clientId: string; readonly tokenUrl: string };

export type Tokens = {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** ms since the epoch, own clock. */
  readonly obtainedAt: number;
  readonly lifetimeMs: number;
  readonly binding: GrantBinding;
};

export function authorizeUrl(input: {
  readonly clientId: string;
  readonly redirectUrl: string;
  readonly state: string;
  readonly challenge: string;
  readonly scopes: readonly string[];
}): string {
  const url = new URL(AUTHORIZE_URL);
  url.searchParams.set('client_id', input.clientId);
  url.searchParams.set('redirect_uri', input.redirectUrl);
  url.searchParams.set('response_type', 'code');
  if (input.scopes.length > 0) url.searchParams.set('scope', input.scopes.join(' '));
  url.searchParams.set('state', input.state);
  url.searchParams.set('code_challenge', input.challenge);
  url.searchParams.set('code_challenge_method', 'S256');
  return url.href;
}

export type Callback =
  | { readonly kind: 'code'; readonly code: string; readonly context: string; readonly scope: string }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly detail: string };

/** Reads the answer of the sign-in window; only one that carries our state, in time, to our address, counts. */
export function readCallback(url: string, redirectUrl: string, flow: SignInFlow | undefined, now: number): Callback {
  if (!flow || !isAt(url, redirectUrl)) return mismatch();
  const { searchParams } = new URL(url);
  const read = (name: string): string => searchParams.get(name) ?? '';
  if (read('state') !== flow.state) return mismatch();
  // Ours, and late: a company's own sign-in may ask for a telephone or a token first.
  if (now - flow.startedAt > FLOW_LIFETIME_MS) return { kind: 'failed', code: 'sign-in-too-slow', detail: '' };
  if (read('error') !== '')
    return { kind: 'failed', code: codeOf(read('error')), detail: foreignWords(read('error_description')) };
  if (read('code') === '') return mismatch();
  return { kind: 'code', code: read('code'), context: read('context'), scope: read('scope') };
}

/** RFC 6749's error words, from the window or from the token request. */
export function codeOf(error: string): ErrorCode {
  switch (error) {
    case 'access_denied':
      return 'sign-in-denied';
    case 'invalid_client':
    case 'unauthorized_client':
      return 'client-unknown';
    default:
      return 'sign-in-refused';
  }
}

/** Early enough that no call is ever logged with a token about to die. */
export function isWorthRenewing(tokens: Tokens, now: number): boolean {
  return now >= tokens.obtainedAt + tokens.lifetimeMs * 0.75;
}

export function isExpired(tokens: Tokens, now: number): boolean {
  return now >= tokens.obtainedAt + tokens.lifetimeMs;
}

export function isBoundTo(tokens: { readonly binding: GrantBinding }, binding: GrantBinding): boolean {
  return tokens.binding.clientId === binding.clientId && tokens.binding.tokenUrl === binding.tokenUrl;
}

function isAt(url: string, redirectUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, pathname } = new URL(url);
  const expected = new URL(redirectUrl);
  return origin === expected.origin && pathname === expected.pathname;
}

function mismatch(): Callback {
  return { kind: 'failed', code: 'sign-in-mismatch', detail: '' };
}
