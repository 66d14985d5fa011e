import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aWorld, CLIENT_ID } from '@/tests/salesloft/builders/world';
import { start, type Client, type Reply } from './simulator';

const ACCOUNTS = 'https://accounts.salesloft.com';
const BACK = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/salesloft';
const ASKED = { client_id: CLIENT_ID, redirect_uri: BACK, response_type: 'code', state: 'a b' };

function page({ send }: Client, asked: Record<string, string> = {}): Promise<Reply> {
  return send(`${ACCOUNTS}/oauth/authorize?${new URLSearchParams({ ...ASKED, ...asked }).toString()}`);
}

/** Presses a button of the page, and gives what comes back with the redirect. */
async function decide(
  { send }: Client,
  decision: string,
  asked: Record<string, string> = {},
): Promise<URLSearchParams> {
  const reply = await send(`${ACCOUNTS}/oauth/authorize`, {
    method: 'POST',
    body: new URLSearchParams({ ...ASKED, ...asked, decision }),
  });
  return new URL(reply.headers.get('location') ?? 'about:blank').searchParams;
}

function token({ send }: Client, fields: Record<string, string>): Promise<Reply> {
  return send(`${ACCOUNTS}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: CLIENT_ID, ...fields }),
  });
}

function exchange(client: Client, code: string | null, more: Record<string, string> = {}): Promise<Reply> {
  return token(client, { grant_type: 'authorization_code', redirect_uri: BACK, code: code ?? '', ...more });
}

const refresh = (client: Client, refreshToken: string): Promise<Reply> =>
  token(client, { grant_type: 'refresh_token', refresh_token: refreshToken });

describe('the authorize page', () => {
  it('names the app, the rep and what is asked for', async () => {
    const { text } = await page(await start(), { scope: 'people:read calls:write' });
    expect(text).toContain('Authorize Loftline');
    expect(text).toContain('Dana Rivers');
    expect(text).toContain('<li>Read people</li><li>Write calls</li></ul>');
  });

  it('never leads back for a foreign client or address', async () => {
    const client = await start();
    expect((await page(client, { client_id: 'other' })).status).toBe(401);
    const foreign = await page(client, { redirect_uri: 'https://evil.example/' });
    expect([foreign.status, foreign.headers.get('location')]).toEqual([400, null]);
  });

  it('brings code, context, scope and state back', async () => {
    const back = await decide(await start(), 'authorize', { scope: 'people:read' });
    expect([...back.keys()]).toEqual(['code', 'context', 'scope', 'state']);
    expect([back.get('scope'), back.get('state')]).toEqual(['people:read', 'a b']);
  });

  it('brings the refusal back', async () => {
    const back = await decide(await start(), 'deny');
    expect([back.get('error'), back.get('state'), back.has('code')]).toEqual(['access_denied', 'a b', false]);
  });

  it('is passed over once approval is remembered', async () => {
    const world = aWorld();
    world.app.remembersApproval = true;
    const client = await start({ world });
    expect((await page(client)).headers.get('location')).toContain(`${BACK}?code=`);
  });

  it('is no discovery: every well-known path is a page', async () => {
    const { send } = await start();
    const reply = await send(`${ACCOUNTS}/.well-known/oauth-authorization-server`);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });
});

describe('the token endpoint', () => {
  it('exchanges a code once; a second time takes the grant back', async () => {
    const client = await start();
    const code = (await decide(client, 'authorize')).get('code');
    const first = await exchange(client, code);
    expect([first.status, first.json.expires_in]).toEqual([200, 7200]);
    expect((await client.get('me', first.json.access_token)).status).toBe(200);
    expect((await exchange(client, code)).json.error).toBe('invalid_grant');
    expect((await client.get('me', first.json.access_token)).status).toBe(401);
  });

  it('takes a form as well', async () => {
    const client = await start();
    const code = (await decide(client, 'authorize')).get('code') ?? '';
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: CLIENT_ID,
      redirect_uri: BACK,
      code,
    });
    expect((await client.send(`${ACCOUNTS}/oauth/token`, { method: 'POST', body })).status).toBe(200);
  });

  it('refuses a code after ten minutes, and one for another address', async () => {
    let now = Date.UTC(2026, 10, 23);
    const client = await start({ clock: () => now });
    const code = (await decide(client, 'authorize')).get('code');
    expect((await exchange(client, code, { redirect_uri: `${BACK}/2` })).json.error).toBe('invalid_grant');
    now += 600_000;
    expect((await exchange(client, code)).json.error).toBe('invalid_grant');
  });

  it('wants the verifier of a challenge', async () => {
    const client = await start();
    const challenge = createHash('sha256').update('verifier').digest('base64url');
    const asked = { code_challenge: challenge, code_challenge_method: 'S256' };
    const code = (await decide(client, 'authorize', asked)).get('code');
    expect((await exchange(client, code, { code_verifier: 'other' })).json.error).toBe('invalid_grant');
    expect((await exchange(client, code, { code_verifier: 'verifier' })).status).toBe(200);
  });

  it('refreshes with each token once; the old access token lives on, a reused refresh token ends everything', async () => {
    const client = await start();
    const first = (await exchange(client, (await decide(client, 'authorize')).get('code'))).json;
    const second = (await refresh(client, first.refresh_token)).json;
    expect((await client.get('me', first.access_token)).status).toBe(200);
    expect((await refresh(client, first.refresh_token)).json.error).toBe('invalid_grant');
    expect((await client.get('me', second.access_token)).status).toBe(401);
    expect((await refresh(client, second.refresh_token)).json.error).toBe('invalid_grant');
  });

  it('wants the secret when the app must have one; the gateway adds it', async () => {
    const world = aWorld();
    world.app.requireClientSecret = true;
    const client = await start({ world });
    const code = (await decide(client, 'authorize')).get('code') ?? '';
    expect((await exchange(client, code)).json.error).toBe('invalid_client');
    expect((await exchange(client, code, { client_secret: 'wrong' })).json.error).toBe('invalid_client');
    const fields = { grant_type: 'authorization_code', client_id: CLIENT_ID, redirect_uri: BACK, code };
    const gateway = await client.send('https://gateway.test/token', {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    expect([gateway.status, gateway.text.includes('secret')]).toEqual([200, false]);
  });
});

describe('a token', () => {
  it('ends after two hours, at once when made to, and with its grant', async () => {
    let now = Date.UTC(2026, 10, 23);
    const { salesloft, get } = await start({ clock: () => now });
    now += 7_199_000;
    expect((await get('me')).status).toBe(200);
    now += 1_000;
    expect((await get('me')).status).toBe(401);
    const young = salesloft.issueToken();
    salesloft.expireAccessTokens();
    expect((await get('me', young)).status).toBe(401);
    const other = salesloft.issueToken();
    salesloft.revokeGrants();
    expect((await get('me', other)).status).toBe(401);
  });

  it('opens only what its scopes name', async () => {
    const { salesloft, get } = await start();
    const reply = await get('people', salesloft.issueToken({ scopes: ['tasks:read'] }));
    expect([reply.status, reply.json.error]).toEqual([
      403,
      expect.stringContaining('does not have the required scopes'),
    ]);
    expect((await get('tasks', salesloft.issueToken({ scopes: ['tasks:read'] }))).status).toBe(200);
  });

  it('is missed in words', async () => {
    const { salesloft, send } = await start();
    const reply = await send('https://api.salesloft.com/v2/me');
    expect([reply.status, reply.json.error]).toEqual([401, expect.stringContaining('No Bearer Token attached')]);
    expect(salesloft.violations).toEqual(['GET /v2/me: there is no bearer token']);
  });
});
