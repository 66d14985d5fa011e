import { describe, expect, it } from 'vitest';
import { DialerError, type ErrorCode } from '@/lib/domain/core/errors';
import { CLIENT_SECRET, aWorld, DIALER_SCOPES } from '@/tests/salesloft/builders/world';
import { aUser } from '@/tests/salesloft/builders/team';
import { put } from '@/tests/salesloft/world';
import { fails, isCaptivePortal } from '@/tests/salesloft/scenarios/outages';
import { losesAnswerAfterCommit } from '@/tests/salesloft/scenarios/lost-answers';
import { startEdge, type Edge } from './edge';

async function codeOf(work: Promise<unknown>): Promise<ErrorCode | 'none'> {
  try {
    await work;
    return 'none';
  } catch (error) {
    return error instanceof DialerError ? error.code : 'unexpected';
  }
}

describe('connecting', () => {
  it('names the rep and the team, with nothing outside the contract', async () => {
    const edge = await startEdge();
    const account = await edge.connection.connect();
    expect(account).toMatchObject({
      state: 'signedIn',
      rep: { userId: '17', name: 'Dana Rivers', teamName: 'Northwind Sales', timeZone: 'US/Eastern', country: 'US' },
    });
    expect(edge.grant.published.map(({ state }) => state)).toEqual(['connecting', 'signedIn']);
    expect(edge.after).toEqual({ otherRep: 0, signedIn: 1 });
    expect(edge.salesloft.violations).toEqual([]);
  });

  it('sends state, PKCE, context and scope, and the default scopes are enough for everything read', async () => {
    const edge = await startEdge();
    await edge.connection.connect();
    const body = JSON.parse(edge.tokenRequests()[0]?.body ?? '{}') as Record<string, string>;
    expect(Object.keys(body).sort()).toEqual([
      'client_id',
      'code',
      'code_verifier',
      'context',
      'grant_type',
      'redirect_uri',
      'scope',
    ]);
    expect(body['code_verifier']?.length).toBeGreaterThanOrEqual(43);
    await edge.readQueue('opened');
    expect([edge.views.at(-1)?.state, (await edge.readTeamRules()).ok]).toEqual(['ready', true]);
  });

  it('sends the secret where policy gives one', async () => {
    const edge = await startEdge();
    edge.salesloft.world.app.requireClientSecret = true;
    expect(await codeOf(edge.connection.connect())).toBe('client-unknown');
    edge.settings.clientSecret = CLIENT_SECRET;
    expect((await edge.connection.connect()).state).toBe('signedIn');
  });

  it('reaches a gateway that adds the secret itself', async () => {
    const edge = await startEdge();
    edge.salesloft.world.app.requireClientSecret = true;
    edge.settings.tokenUrl = 'https://gateway.test/token';
    expect((await edge.connection.connect()).state).toBe('signedIn');
    expect(edge.tokenRequests().map(({ host }) => host)).toEqual(['gateway.test']);
  });

  it.each<[string, ErrorCode, (edge: Edge) => void]>([
    ['without a client id', 'client-id-missing', ({ settings }) => void (settings.clientId = '')],
    [
      'when the secret lies open',
      'policy-secret-unprotected',
      ({ settings }) => void (settings.isSecretExposed = true),
    ],
    ['offline', 'offline', ({ network }) => void (network.isOnline = false)],
    ['when the rep says no', 'sign-in-denied', ({ rep }) => void (rep.decision = 'deny')],
    [
      'with another state',
      'sign-in-mismatch',
      ({ rep }) => void (rep.answer = (url) => url.replace(/state=[^&]+/, 'state=another')),
    ],
    [
      'with a code that is not good',
      'sign-in-refused',
      ({ rep }) => void (rep.answer = (url) => url.replace(/code=\w+/, 'code=x')),
    ],
    [
      'when the token address fails',
      'salesloft-error',
      ({ salesloft }) => void salesloft.bend(fails({ on: 'POST /oauth/token', status: 502 })),
    ],
    [
      'behind a captive portal',
      'salesloft-broken-answer',
      ({ salesloft }) => void salesloft.bend(isCaptivePortal({ on: 'POST /oauth/token' })),
    ],
    [
      'when nobody can be named',
      'salesloft-error',
      ({ salesloft }) => void salesloft.bend(fails({ on: 'GET /v2/me', status: 500 })),
    ],
    [
      'when the connection is cut',
      'salesloft-unreachable',
      ({ salesloft }) => void salesloft.bend(losesAnswerAfterCommit({ on: 'POST /oauth/token' })),
    ],
  ])('fails in words of its own %s', async (_when, code, prepare) => {
    const edge = await startEdge();
    prepare(edge);
    expect(await codeOf(edge.connection.connect())).toBe(code);
    expect(edge.grant.held).toMatchObject({ signIn: { state: 'signedOut', failure: { code } } });
    expect(edge.grant.held.tokens).toBeUndefined();
  });

  it('keeps the grant at hand when a second window fails', async () => {
    const edge = await startEdge();
    await edge.connection.connect();
    const before = edge.grant.held.tokens;
    edge.salesloft.bend(fails({ on: 'GET /v2/me', status: 500, times: 1 }));
    expect(await codeOf(edge.connection.connect())).toBe('salesloft-error');
    expect(edge.grant.held).toMatchObject({
      tokens: before,
      signIn: { state: 'signedIn', failure: { code: 'salesloft-error' } },
    });
  });

  it('clears the screen before another rep is shown', async () => {
    const other = aUser({ id: 99 });
    const edge = await startEdge({ world: put(aWorld(), other) });
    await edge.connection.connect();
    edge.salesloft.world.signedInUserId = other.id;
    expect((await edge.connection.connect()).rep?.userId).toBe('99');
    expect(edge.after).toEqual({ otherRep: 1, signedIn: 2 });
  });

  it('is told which permission is missing when the app may not name the rep’s lists', async () => {
    const edge = await startEdge();
    edge.settings.scopes = DIALER_SCOPES.filter((scope) => scope !== 'cadences:read');
    await edge.connection.connect();
    await edge.readQueue('opened');
    expect(edge.views.at(-1)).toMatchObject({ state: 'failed', failure: 'permission-missing' });
  });
});

describe('renewing', () => {
  const HOUR = 3_600_000;

  it('asks once for five that need it at the same moment', async () => {
    const edge = await startEdge();
    await edge.connection.connect();
    edge.salesloft.resetLog();
    edge.clock.now += 2 * HOUR;
    const replies = await Promise.all(Array.from({ length: 5 }, () => edge.client.get('/v2/me')));
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
    expect(edge.tokenRequests()).toHaveLength(1);
    expect(edge.apiRequests().map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  it('asks once when five tokens are refused, and repeats what was refused', async () => {
    const edge = await startEdge();
    await edge.connection.connect();
    edge.salesloft.expireAccessTokens();
    edge.salesloft.resetLog();
    const replies = await Promise.all(Array.from({ length: 5 }, () => edge.client.get('/v2/me')));
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
    expect(edge.tokenRequests()).toHaveLength(1);
  });

  it('renews at three quarters of a token’s life, before anything is refused', async () => {
    const edge = await startEdge();
    await edge.connection.connect();
    edge.clock.now += 1.49 * HOUR;
    await edge.client.get('/v2/me');
    expect(edge.tokenRequests()).toHaveLength(1);
    edge.clock.now += 0.02 * HOUR;
    await edge.client.get('/v2/me');
    expect(edge.tokenRequests()).toHaveLength(2);
  });

  it('says expired once when the grant is gone, and keeps the rep’s name', async () => {
    const edge = await startEdge();
    await edge.connection.connect();
    edge.salesloft.revokeGrants();
    edge.grant.published.length = 0;
    const replies = await Promise.all([
      edge.client.get('/v2/me'),
      edge.client.get('/v2/team'),
      edge.client.get('/v2/tasks'),
    ]);
    expect(replies.map((reply) => reply.ok || reply.failure.code)).toEqual([
      'not-signed-in',
      'not-signed-in',
      'not-signed-in',
    ]);
    expect(edge.grant.published).toMatchObject([
      { state: 'expired', rep: { userId: '17' }, failure: { code: 'sign-in-expired' } },
    ]);
    expect(edge.grant.held.tokens).toBeUndefined();
  });

  it('works on with the old token when the answer is lost, and says expired when that token ends', async () => {
    const edge = await startEdge();
    await edge.connection.connect();
    edge.clock.now += 1.6 * HOUR;
    const lost = edge.salesloft.bend(losesAnswerAfterCommit({ on: 'POST /oauth/token', times: 1 }));
    edge.salesloft.resetLog();
    expect((await edge.client.get('/v2/me')).ok && (await edge.client.get('/v2/team')).ok).toBe(true);
    expect([lost.bites, edge.tokenRequests().length]).toEqual([1, 1]);
    edge.clock.now += HOUR;
    const reply = await edge.client.get('/v2/me');
    expect(reply.ok || reply.failure).toMatchObject({ kind: 'notSent', code: 'not-signed-in' });
    expect(edge.grant.held.signIn).toMatchObject({ state: 'expired', rep: { name: 'Dana Rivers' } });
  });

  it.each([
    ['an outage', () => fails({ on: 'POST /oauth/token', status: 503 }), 'salesloft-error'],
    ['a captive portal', () => isCaptivePortal({ on: 'POST /oauth/token' }), 'salesloft-broken-answer'],
    ['a 404 page', () => fails({ on: 'POST /oauth/token', status: 404 }), 'salesloft-broken-answer'],
  ])('does not lose the grant to %s', async (_what, scenario, code) => {
    const edge = await startEdge();
    await edge.connection.connect();
    edge.clock.now += 2 * HOUR;
    const trouble = edge.salesloft.bend(scenario());
    const reply = await edge.client.get('/v2/me');
    expect(reply.ok || reply.failure).toMatchObject({ kind: 'notSent', code });
    expect([trouble.bites, edge.grant.held.signIn.state]).toEqual([1, 'signedIn']);
    edge.salesloft.unbend();
    expect((await edge.client.get('/v2/me')).ok).toBe(true);
  });

  it('forgets a grant when policy names another client or token address, and sends it nowhere', async () => {
    const edge = await startEdge();
    await edge.connection.connect();
    edge.salesloft.resetLog();
    edge.settings.tokenUrl = 'https://gateway.test/token';
    const reply = await edge.client.get('/v2/me');
    expect(reply.ok || reply.failure.code).toBe('not-signed-in');
    expect(edge.salesloft.requests).toEqual([]);
    expect(edge.grant.held.signIn).toMatchObject({ state: 'expired', failure: { code: 'sign-in-expired' } });
  });
});
