import { createHash } from 'node:crypto';
import { json, type Answer } from '../answer.ts';
import { readFields, type SalesloftRequest } from '../request.ts';
import type { World } from '../world.ts';
import { issueTokens, type Grant, type Grants } from './grants.ts';

type Fields = Readonly<Record<string, string>>;

const WORDS: Readonly<Record<string, string>> = {
  invalid_client:
    'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
  invalid_grant:
    'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.',
  unsupported_grant_type: 'The authorization grant type is not supported by the authorization server.',
};

/** Exchanges a code or a refresh token. Parameters stand in the body, as JSON or as a form. */
export function exchangeToken(request: SalesloftRequest, world: World, grants: Grants, now: number): Answer {
  return exchange(readFields(request), world, grants, now);
}

/** As above for a gateway that has added the secret itself. */
export function exchange(fields: Fields, world: World, grants: Grants, now: number): Answer {
  if (!isClient(fields, world)) return refuse(401, 'invalid_client');
  if (fields['grant_type'] === 'authorization_code') return exchangeCode(fields, world, grants, now);
  if (fields['grant_type'] === 'refresh_token') return refresh(fields, world, grants, now);
  return refuse(400, 'unsupported_grant_type');
}

/** Also takes the token back, as RFC 7009: an unknown one is no error. */
export function revokeToken(request: SalesloftRequest, grants: Grants): Answer {
  const token = readFields(request)['token'] ?? '';
  const grant = grants.accessTokens.get(token)?.grant ?? grants.all.find(({ refreshToken }) => refreshToken === token);
  if (grant) grant.isRevoked = true;
  return json(200, {});
}

function isClient(fields: Fields, { app }: World): boolean {
  if (fields['client_id'] !== app.clientId) return false;
  const secret = fields['client_secret'];
  if (secret === undefined) return !app.requireClientSecret;
  return secret === app.clientSecret;
}

function exchangeCode(fields: Fields, world: World, grants: Grants, now: number): Answer {
  const code = grants.codes.get(fields['code'] ?? '');
  if (!code || code.expiresAt <= now || code.redirectUri !== fields['redirect_uri'])
    return refuse(400, 'invalid_grant');
  if (code.isUsed) {
    // A code seen twice was stolen or repeated: what it gave is taken back.
    code.grant.isRevoked = true;
    return refuse(400, 'invalid_grant');
  }
  if (world.rules.checksPkce && code.challenge && code.challenge !== hash(fields['code_verifier'] ?? '')) {
    return refuse(400, 'invalid_grant');
  }
  code.isUsed = true;
  return issue(code.grant, world, grants, now);
}

function refresh(fields: Fields, world: World, grants: Grants, now: number): Answer {
  const token = fields['refresh_token'] ?? '';
  const reused = grants.all.find(({ usedRefreshTokens }) => usedRefreshTokens.has(token));
  if (reused) reused.isRevoked = true;
  const grant = grants.all.find(({ refreshToken, isRevoked }) => !isRevoked && token !== '' && refreshToken === token);
  if (!grant) return refuse(400, 'invalid_grant');
  return issue(grant, world, grants, now);
}

function issue(grant: Grant, world: World, grants: Grants, now: number): Answer {
  const seconds = world.rules.accessTokenSeconds;
  const { accessToken, refreshToken } = issueTokens(grants, grant, now + seconds * 1000);
  return json(200, {
    access_token: accessToken,
    token_type: 'bearer',
    expires_in: seconds,
    refresh_token: refreshToken,
    scope: grant.scopes.join(' '),
    created_at: Math.floor(now / 1000),
  });
}

function refuse(status: number, error: string): Answer {
  return json(status, { error, error_description: WORDS[error] ?? '' });
}

function hash(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
