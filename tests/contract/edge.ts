import { createHash, randomBytes } from 'node:crypto';
import { afterEach, vi } from 'vitest';
import { createCalls } from '@/lib/salesloft/calls';
import { createGuardTasks } from '@/lib/salesloft/guard-tasks';
import { createSalesloftClient, type ReplyFacts } from '@/lib/salesloft/http-client';
import { createOAuth } from '@/lib/salesloft/token-requests';
import { createQueueSource } from '@/lib/salesloft/queue-source';
import { createTeamReads } from '@/lib/salesloft/team';
import { createAccessToken } from '@/lib/services/sign-in/supply-access-token';
import type { Bearer, GrantSettings } from '@/lib/services/sign-in/grant-port';
import type { QueueView } from '@/lib/domain/queue/queue-view';
import { createReadQueue } from '@/lib/services/queue/read-queue';
import { createSignIn } from '@/lib/services/sign-in/sign-in';
import { createLock, createMemoryGrant } from '@/tests/support/fakes/memory-grant';
import { CLIENT_ID, DIALER_SCOPES } from '@/tests/salesloft/builders/world';
import { fetchFrom } from '@/tests/salesloft/fetch';
import { startSalesloft, type Salesloft, type SalesloftOptions } from '@/tests/salesloft/server';

/** Of this computer. */
const OWN_ZONE = 'Europe/London';

export const REDIRECT = `https://${'a'.repeat(32)}.chromiumapp.org/`;

export type Edge = Awaited<ReturnType<typeof startEdge>>;

const started: Salesloft[] = [];

afterEach(async () => {
  vi.unstubAllGlobals();
  await Promise.all(started.splice(0).map((salesloft) => salesloft.stop()));
});

/** Our Salesloft edge with sign-in and queue, assembled as in the worker, in front of a simulated Salesloft. */
export async function startEdge(options: SalesloftOptions = {}) {
  const clock = { now: Date.now() };
  const now = options.clock ?? (() => clock.now);
  const salesloft = await startSalesloft({ clock: now, ...options });
  started.push(salesloft);
  const fetch = fetchFrom(salesloft);
  vi.stubGlobal('fetch', fetch);

  const settings: { -readonly [Key in keyof GrantSettings]: GrantSettings[Key] } = {
    clientId: CLIENT_ID,
    clientSecret: '',
    isSecretExposed: false,
    tokenUrl: 'https://accounts.salesloft.com/oauth/token',
    scopes: DIALER_SCOPES,
    keepSignedIn: false,
  };
  const grant = createMemoryGrant();
  const { tokens, sealed, signIn } = grant;
  const network = { isOnline: true };
  const facts: ReplyFacts[] = [];
  const onReply = (fact: ReplyFacts): void => void facts.push(fact);
  const isOnline = (): boolean => network.isOnline;
  const readSettings = async (): Promise<GrantSettings> => settings;
  const underLock = createLock();
  const oauth = createOAuth(now);
  const team = createTeamReads();
  const base = { tokens, sealed, signIn, readSettings, underLock, isOnline, now };
  const accessToken = createAccessToken({ ...base, refresh: oauth.refresh });
  const client = createSalesloftClient({
    accessToken: accessToken.current,
    renewedToken: accessToken.renew,
    isOnline,
    onReply,
    now,
  });

  /** What the rep does in the window; says where it ends. */
  const rep = { decision: 'authorize', answer: (url: string): string => url };
  const openWindow = async (url: string): Promise<string> => {
    const asked = new URL(url);
    const body = new URLSearchParams([...asked.searchParams, ['decision', rep.decision]]);
    const reply = await fetch(asked.origin + asked.pathname, { method: 'POST', body, redirect: 'manual' });
    return rep.answer(reply.headers.get('location') ?? 'about:blank');
  };
  const noBearer = async (): Promise<Bearer> => ({ ok: false, code: 'not-signed-in' });
  const after = { otherRep: 0, signedIn: 0 };
  const connection = createSignIn({
    ...base,
    mayReach: () => Promise.resolve(true),
    redirectUrl: () => REDIRECT,
    openWindow,
    exchange: oauth.exchange,
    readRep: (token) =>
      team.readRep(
        createSalesloftClient({
          accessToken: async () => ({ ok: true, token }),
          renewedToken: noBearer,
          isOnline,
          onReply,
          now,
        }),
        () => OWN_ZONE,
      ),
    newSecret: () => randomBytes(32).toString('base64url'),
    challengeOf: async (verifier) => createHash('sha256').update(verifier).digest('base64url'),
    whileNothingLeaves: createLock(),
    onOtherRep: async () => void (after.otherRep += 1),
    onSignedIn: () => void (after.signedIn += 1),
  });

  const views: QueueView[] = [];
  const mayRead = { now: true };
  const readQueue = createReadQueue({
    source: createQueueSource(client),
    readSignIn: () => signIn.read(),
    readView: async () => views.at(-1),
    publish: async (view) => void views.push(view),
    doneAmong: async () => new Set(),
    mayRead: () => mayRead.now,
    now,
  });

  return {
    salesloft,
    clock,
    settings,
    grant,
    network,
    facts,
    rep,
    after,
    accessToken,
    client,
    connection,
    views,
    mayRead,
    readQueue,
    calls: createCalls(client),
    guardTasks: createGuardTasks(client),
    readTeamRules: () => team.readTeamRules(client),
    tokenRequests: () => salesloft.requests.filter(({ path }) => path === '/oauth/token' || path === '/token'),
    apiRequests: () => salesloft.requests.filter(({ host }) => host.startsWith('api.')),
  };
}
