import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSalesloftClient, type ClientDeps } from '@/lib/salesloft/http-client';

afterEach(() => {
  vi.unstubAllGlobals();
});

function setUp(answer: (request: Request) => Promise<Response> | Response, change: Partial<ClientDeps> = {}) {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request = new Request(input, init);
    requests.push(request);
    return answer(request);
  });
  const client = createSalesloftClient({
    accessToken: async () => ({ ok: true, token: 'T' }),
    renewedToken: async () => ({ ok: false, code: 'not-signed-in' }),
    isOnline: () => true,
    onReply: () => undefined,
    now: () => 0,
    ...change,
  });
  return { client, requests };
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

describe('a request', () => {
  it('goes to Salesloft’s API alone, with the bearer, no cookies and no redirect followed', async () => {
    const { client, requests } = setUp(() => json({ data: {} }));
    await client.get('/v2/people', { ids: [1, 2], 'due_on[lte]': 'x', none: undefined, empty: [] });
    expect(requests[0]).toMatchObject({ redirect: 'error', credentials: 'omit', cache: 'no-store' });
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer T');
    expect(decodeURIComponent(requests[0]?.url ?? '')).toBe(
      'https://api.salesloft.com/v2/people?ids[]=1&ids[]=2&due_on[lte]=x',
    );
  });

  it('is not sent without a token, and says why there is none', async () => {
    const { client, requests } = setUp(() => json({ data: {} }), {
      accessToken: async () => ({ ok: false, code: 'salesloft-timeout' }),
    });
    expect(await client.get('/v2/me')).toMatchObject({ failure: { kind: 'notSent', code: 'salesloft-timeout' } });
    expect(requests).toEqual([]);
  });

  it('is given up after twenty seconds', async () => {
    const timeouts: number[] = [];
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      timeouts.push(ms);
      return AbortSignal.abort(new DOMException('late', 'TimeoutError'));
    });
    const { client } = setUp(({ signal }) => {
      signal.throwIfAborted();
      return json({ data: {} });
    });
    expect(await client.post('/v2/activities/calls', {})).toMatchObject({
      failure: { kind: 'noAnswer', code: 'salesloft-timeout' },
    });
    expect(timeouts).toEqual([20_000]);
  });

  it.each([
    ['a page', () => new Response('<html>', { status: 200 })],
    ['a list where an object belongs', () => json([])],
    ['JSON without data', () => json({ ok: true })],
    ['nothing', () => new Response('', { status: 200 })],
  ])('takes %s for no answer of Salesloft’s', async (_what, answer) => {
    const { client } = setUp(answer);
    expect(await client.get('/v2/me')).toMatchObject({
      failure: { kind: 'broken', code: 'salesloft-broken-answer', status: 200 },
    });
  });

  it('is repeated once after a 401 with another token, and not a third time', async () => {
    const { client, requests } = setUp(() => json({}, 401), {
      renewedToken: async () => ({ ok: true, token: 'U' }),
    });
    expect(await client.get('/v2/me')).toMatchObject({ failure: { code: 'not-signed-in' } });
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer T', 'Bearer U']);
  });
});
