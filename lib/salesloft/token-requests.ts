import ky from 'ky';
import { foreignWords } from '@/lib/domain/core/foreign-words';
import { codeOf } from '@/lib/domain/sign-in/oauth';
import type { GrantSettings, TokenAnswer } from '@/lib/services/sign-in/grant-port';
import { fromThrown } from './failures';
import { isWire, numberOf, textOf, type Wire } from './wire';

const TIMEOUT_MS = 20_000;
const DEFAULT_LIFETIME_SECONDS = 7_200;
/** Less would be renewed at every request; more is no lifetime. */
const SHORTEST_LIFETIME_SECONDS = 60;
const LONGEST_LIFETIME_SECONDS = 30 * 24 * 3_600;

export type ClientCredentials = Pick<GrantSettings, 'clientId' | 'tokenUrl' | 'clientSecret'>;

/** Token requests go to the one address the grant is bound to, and follow no redirect away from it. */
export function createOAuth(now: () => number) {
  return {
    exchange: (
      client: ClientCredentials,
      code: { code: string; context: string; scope: string; verifier: string; redirectUrl: string },
    ): Promise<TokenAnswer> =>
      request(client, now, {
        grant_type: 'authorization_code',
        code: code.code,
        redirect_uri: code.redirectUrl,
        code_verifier: code.verifier,
        // Salesloft's own extras: handed back when given, never required.
        ...(code.context === '' ? {} : { context: code.context }),
        ...(code.scope === '' ? {} : { scope: code.scope }),
      }),
    refresh: (client: ClientCredentials, refreshToken: string): Promise<TokenAnswer> =>
      request(client, now, { grant_type: 'refresh_token', refresh_token: refreshToken }),
  };
}

async function request(client: ClientCredentials, now: () => number, parameters: Wire): Promise<TokenAnswer> {
  const secret = client.clientSecret === '' ? {} : { client_secret: client.clientSecret };
  try {
    const response = await ky.post(client.tokenUrl, {
      json: { client_id: client.clientId, ...secret, ...parameters },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      timeout: false,
      retry: 0,
      throwHttpErrors: false,
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
    });
    const body = parse(await response.text());
    return read(response.status, body, client, now());
  } catch (error) {
    return { kind: 'unreachable', code: fromThrown(error).code };
  }
}

function read(status: number, body: Wire, { clientId, tokenUrl }: ClientCredentials, now: number): TokenAnswer {
  const error = textOf(body, 'error');
  // Only OAuth's own refusal ends a grant: a network's sign-in page or a gateway out of order must not.
  if (status >= 400 && status < 500 && error !== '' && status !== 429) {
    return { kind: 'refused', code: codeOf(error), detail: foreignWords(textOf(body, 'error_description')) };
  }
  if (status === 429) return { kind: 'unreachable', code: 'rate-limited' };
  const accessToken = textOf(body, 'access_token');
  const isBearer = textOf(body, 'token_type').toLowerCase() === 'bearer';
  if (status >= 300 || accessToken === '' || !isBearer) {
    return { kind: 'unreachable', code: status >= 500 ? 'salesloft-error' : 'salesloft-broken-answer' };
  }
  return {
    kind: 'granted',
    tokens: {
      accessToken,
      refreshToken: textOf(body, 'refresh_token'),
      obtainedAt: now,
      lifetimeMs: lifetimeOf(numberOf(body, 'expires_in')) * 1_000,
      binding: { clientId, tokenUrl },
    },
  };
}

/** In seconds; what is no lifetime at all counts as not told. */
function lifetimeOf(told: number): number {
  if (told <= 0) return DEFAULT_LIFETIME_SECONDS;
  return Math.min(Math.max(told, SHORTEST_LIFETIME_SECONDS), LONGEST_LIFETIME_SECONDS);
}

function parse(text: string): Wire {
  try {
    const json: unknown = JSON.parse(text);
    return isWire(json) ? json : {};
  } catch {
    return {};
  }
}
