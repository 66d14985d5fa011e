import ky, { HTTPError } from 'ky';
import { DialerError } from '@/lib/domain/core/errors';

/** What the organization's server gives out for one rep. */
export type AccessToken = { readonly jwt: string; readonly expiresAt: number };

const PATIENCE_MS = 8_000;
/** Under these names servers give it; there is no standard. */
const NAMES = ['token', 'accessToken', 'access_token', 'jwt'];
/** Of a token that does not say. */
const UNTOLD_LIFE_MS = 10 * 60_000;
/** Twilio's own longest. */
const LONGEST_LIFE_MS = 24 * 3_600_000;

/**
 * `GET tokenUrl`, with the cookies that the rep has there and no header of ours, and to no other address; answered with JSON that
 * holds the token. An address may hold a secret, so words name its host alone.
 * Throws DialerError `twilio-token-unreachable`, `twilio-token-refused`.
 */
export async function fetchAccessToken(tokenUrl: string, now: number): Promise<AccessToken> {
  const answer = await ky
    .get(tokenUrl, {
      credentials: 'include',
      redirect: 'error',
      cache: 'no-store',
      retry: 0,
      timeout: PATIENCE_MS,
    })
    .text()
    .catch((error: unknown) => {
      const answered = error instanceof HTTPError ? error.response.status : 0;
      const isAnswered = answered > 0 && answered < 500;
      const detail = `${new URL(tokenUrl).host}${answered > 0 ? `: ${String(answered)}` : ''}`;
      throw new DialerError(isAnswered ? 'twilio-token-refused' : 'twilio-token-unreachable', detail);
    });
  const jwt = readJwt(answer);
  if (jwt === undefined) throw new DialerError('twilio-token-refused', 'no token in the answer');
  return { jwt, expiresAt: endOf(jwt, now) };
}

/** An end that has passed already, by this computer's clock, tells nothing: Twilio itself says whether the token is good. */
function endOf(jwt: string, now: number): number {
  const told = expiryOf(jwt) ?? 0;
  return told > now ? Math.min(told, now + LONGEST_LIFE_MS) : now + UNTOLD_LIFE_MS;
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
