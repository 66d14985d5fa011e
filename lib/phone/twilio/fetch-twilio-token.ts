import ky, { HTTPError } from 'ky';
import { DialerError } from '@/lib/domain/core/errors';

/** What the organization's server gives out for one rep. */
export type AccessToken = { readonly jwt: string; readonly expiresAt: number };

const PATIENCE_MS = 8_000;
/** Under these names servers give it; there is no standard. */
const NAMES = ['token', 'accessToken', 'access_token', 'jwt'];
/** Of a token that does not say. */
const UNTOLD_LIFE_MS = 10 * 60_000;

/**
 * `GET tokenUrl`, with the cookies that the rep has there and no header of ours; answered with JSON that holds the token.
 * Throws DialerError `twilio-token-unreachable`, `twilio-token-refused`.
 */
export async function fetchAccessToken(tokenUrl: string, now: number): Promise<AccessToken> {
  const answer = await ky
    .get(tokenUrl, { credentials: 'include', cache: 'no-store', retry: 0, timeout: PATIENCE_MS })
    .text()
    .catch((error: unknown) => {
      const isAnswered = error instanceof HTTPError && error.response.status < 500;
      throw new DialerError(isAnswered ? 'twilio-token-refused' : 'twilio-token-unreachable', String(error));
    });
  const jwt = readJwt(answer);
  if (jwt === undefined) throw new DialerError('twilio-token-refused', 'no token in the answer');
  return { jwt, expiresAt: expiryOf(jwt) ?? now + UNTOLD_LIFE_MS };
}

/** A sign-in page instead of JSON is no token. */
export function readJwt(answer: string): string | undefined {
  try {
    const body = JSON.parse(answer) as Readonly<Record<string, unknown>> | null;
    return NAMES.map((name) => body?.[name]).find(
      (value): value is string => typeof value === 'string' && value !== '',
    );
  } catch {
    return undefined;
  }
}

/** When a token ends, by its own `exp`; ms since the epoch. */
export function expiryOf(jwt: string): number | undefined {
  try {
    const payload = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { exp } = JSON.parse(atob(payload)) as { readonly exp?: unknown };
    return typeof exp === 'number' ? exp * 1_000 : undefined;
  } catch {
    return undefined;
  }
}
