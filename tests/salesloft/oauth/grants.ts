import { randomBytes } from 'node:crypto';
import type { Id } from '../wire.ts';

/** What one rep allowed one app. */
export type Grant = {
  readonly userId: Id;
  readonly scopes: readonly string[];
  isRevoked: boolean;
  refreshToken: string;
  readonly usedRefreshTokens: Set<string>;
};

export type Code = {
  readonly grant: Grant;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly context: string;
  readonly challenge: string;
  readonly expiresAt: number;
  isUsed: boolean;
};

export type AccessToken = { readonly grant: Grant; expiresAt: number };

/** Everything the accounts server remembers. */
export type Grants = {
  readonly codes: Map<string, Code>;
  readonly accessTokens: Map<string, AccessToken>;
  readonly all: Grant[];
};

export const CODE_LIFE_MS = 600_000;

export function emptyGrants(): Grants {
  return { codes: new Map(), accessTokens: new Map(), all: [] };
}

export function randomText(): string {
  return randomBytes(32).toString('hex');
}

export function addGrant(grants: Grants, userId: Id, scopes: readonly string[]): Grant {
  const grant = { userId, scopes, isRevoked: false, refreshToken: '', usedRefreshTokens: new Set<string>() };
  grants.all.push(grant);
  return grant;
}

/** A new pair of tokens; the refresh token before it works no more, the access token lives out its time. */
export function issueTokens(
  grants: Grants,
  grant: Grant,
  expiresAt: number,
): { accessToken: string; refreshToken: string } {
  if (grant.refreshToken) grant.usedRefreshTokens.add(grant.refreshToken);
  grant.refreshToken = randomText();
  const accessToken = randomText();
  grants.accessTokens.set(accessToken, { grant, expiresAt });
  return { accessToken, refreshToken: grant.refreshToken };
}

/** The grant a token still stands for. */
export function grantOf(grants: Grants, token: string, now: number): Grant | undefined {
  const known = grants.accessTokens.get(token);
  if (!known || known.expiresAt <= now || known.grant.isRevoked) return undefined;
  return known.grant;
}
