import { afterEach, expect, it, vi } from 'vitest';
import { createOAuth } from '@/lib/salesloft/token-requests';

const CLIENT = { clientId: 'c', clientSecret: 'hush', tokenUrl: 'https://gateway.test/token?key=hidden' };
const GRANTED = { access_token: 'a', refresh_token: 'r', token_type: 'Bearer' };

afterEach(() => {
  vi.unstubAllGlobals();
});

function answering(status: number, body: object) {
  const fetched = vi.fn<(request: Request) => Promise<Response>>(async () => Response.json(body, { status }));
  vi.stubGlobal('fetch', fetched);
  return { fetched, refresh: () => createOAuth(() => 0).refresh(CLIENT, 'r0') };
}

it('goes to the one address, without cookies, and follows no redirect', async () => {
  const { fetched, refresh } = answering(200, GRANTED);
  await refresh();
  const request = fetched.mock.calls[0]?.[0];
  expect([request?.url, request?.credentials, request?.redirect]).toEqual([CLIENT.tokenUrl, 'omit', 'error']);
});

it.each([
  [-5, 7_200],
  [0, 7_200],
  [1, 60],
  [3_600, 3_600],
  [1e308, 30 * 24 * 3_600],
  ['soon', 7_200],
  [null, 7_200],
])('takes a lifetime of %s for %d seconds', async (told, seconds) => {
  const { refresh } = answering(200, { ...GRANTED, expires_in: told });
  expect(await refresh()).toMatchObject({ kind: 'granted', tokens: { lifetimeMs: seconds * 1_000 } });
});

it('keeps of two megabytes of words what can be read', async () => {
  const { refresh } = answering(400, { error: 'invalid_grant', error_description: 'no\u202E '.repeat(500_000) });
  const answer = await refresh();
  expect(answer).toMatchObject({ kind: 'refused', code: 'sign-in-refused' });
  expect(answer.kind === 'refused' && answer.detail.length).toBeLessThanOrEqual(500);
  expect(answer.kind === 'refused' && answer.detail).not.toContain('\u202E');
});
