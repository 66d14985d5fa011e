import ky from 'ky';
import type { ApiFailure, ApiResult } from '@/lib/domain/core/api-result';
import type { Bearer } from '@/lib/services/sign-in/grant-port';
import { createConcurrencyLimit } from './limit-concurrency';
import { brokenAnswer, fromStatus, fromThrown, notSent } from './failures';
import { isWire, type Wire } from './wire';

export const SALESLOFT_API = 'https://api.salesloft.com';

/** Below Chrome's own limit: a fetch of 30 s may end the worker. */
const TIMEOUT_MS = 20_000;

/** Reads wait for one another; a write never waits behind a list. */
const READS_AT_ONCE = 6;

/** Arrays are sent as repeated `name[]`; undefined and empty arrays are left out. */
export type Query = Readonly<Record<string, string | number | boolean | readonly (string | number)[] | undefined>>;

export type ReplyFacts = {
  /** Points the team has left this minute, and what this request cost; -1 when the headers are missing. */
  readonly remaining: number;
  readonly cost: number;
  /** Salesloft's clock, ms since the epoch; 0 when the header is missing. */
  readonly serverAt: number;
  /** Our clock when it was asked. */
  readonly askedAt: number;
};

export type ClientDeps = {
  readonly accessToken: () => Promise<Bearer>;
  /** A token other than the refused one. */
  readonly renewedToken: (refused: string) => Promise<Bearer>;
  readonly isOnline: () => boolean;
  readonly onReply: (facts: ReplyFacts) => void;
  readonly now: () => number;
};

export type SalesloftClient = {
  get(path: string, query?: Query): Promise<ApiResult<Wire>>;
  post(path: string, body: Wire): Promise<ApiResult<Wire>>;
  put(path: string, body: Wire): Promise<ApiResult<Wire>>;
};

/** Speaks to Salesloft's API and nobody else: the bearer never leaves for another origin. Repeats nothing but a 401. */
export function createSalesloftClient(deps: ClientDeps): SalesloftClient {
  const send = async (method: 'get' | 'post' | 'put', path: string, query: Query, body?: Wire) => {
    if (!deps.isOnline()) return failed(notSent('offline'));
    const bearer = await deps.accessToken();
    if (!bearer.ok) return failed(notSent(bearer.code));
    const first = await sendOnce(deps, method, path, query, body, bearer.token);
    if (first.ok || first.failure.status !== 401) return first;
    // A 401 is answered before anything is done, so a write may be repeated too.
    const renewed = await deps.renewedToken(bearer.token);
    return renewed.ok ? sendOnce(deps, method, path, query, body, renewed.token) : first;
  };
  const inTurn = createConcurrencyLimit(READS_AT_ONCE);
  return {
    get: (path, query = {}) => inTurn(() => send('get', path, query)),
    post: (path, body) => send('post', path, {}, body),
    put: (path, body) => send('put', path, {}, body),
  };
}

async function sendOnce(
  deps: ClientDeps,
  method: 'get' | 'post' | 'put',
  path: string,
  query: Query,
  body: Wire | undefined,
  token: string,
): Promise<ApiResult<Wire>> {
  let response: Response;
  let text: string;
  const askedAt = deps.now();
  try {
    response = await ky(path, {
      method,
      baseUrl: SALESLOFT_API,
      searchParams: toSearchParams(query),
      ...(body ? { json: body } : {}),
      headers: { accept: 'application/json', authorization: `Bearer ${token}` },
      // The signal covers the body too, which ky's own time-out does not.
      signal: AbortSignal.timeout(TIMEOUT_MS),
      timeout: false,
      retry: 0,
      throwHttpErrors: false,
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
    });
    text = await response.text();
  } catch (error) {
    return failed(fromThrown(error));
  }
  deps.onReply(readFacts(response, askedAt));
  const json = parse(text);
  if (!response.ok) return failed(fromStatus(response, json));
  return isWire(json) && 'data' in json ? { ok: true, value: json } : failed(brokenAnswer(response.status));
}

function failed(failure: ApiFailure): ApiResult<Wire> {
  return { ok: false, failure };
}

function toSearchParams(query: Query): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (typeof value === 'object') for (const one of value) params.append(`${name}[]`, String(one));
    else params.append(name, String(value));
  }
  return params;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function readFacts({ status, headers }: Response, askedAt: number): ReplyFacts {
  const read = (name: string): number => Number(headers.get(name) ?? -1);
  return {
    // A 429 says that nothing is left, with the header or without.
    remaining: status === 429 ? 0 : read('x-ratelimit-remaining-minute'),
    cost: read('x-ratelimit-endpoint-cost'),
    serverAt: Date.parse(headers.get('date') ?? '') || 0,
    askedAt,
  };
}
