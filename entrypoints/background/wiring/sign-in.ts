import { NO_QUEUE } from '@/lib/domain/queue/queue-view';
import { createCalls } from '@/lib/salesloft/calls';
import { createGuardTasks } from '@/lib/salesloft/guard-tasks';
import { createSalesloftClient, type ReplyFacts } from '@/lib/salesloft/http-client';
import { createLaterTasks } from '@/lib/salesloft/later-tasks';
import { createNotes } from '@/lib/salesloft/notes';
import { createOAuth } from '@/lib/salesloft/token-requests';
import { createQueueSource } from '@/lib/salesloft/queue-source';
import { createTeamReads } from '@/lib/salesloft/team';
import { detach } from '@/lib/platform/bug-log';
import { openSignInWindow, redirectUrl } from '@/lib/platform/identity';
import { underLock } from '@/lib/platform/locks';
import { mayReach } from '@/lib/platform/permissions';
import { challengeOf, newSecret } from '@/lib/platform/secrets';
import type { SignInPort, GrantSettings, UnderLock } from '@/lib/services/sign-in/grant-port';
import { createAccessToken } from '@/lib/services/sign-in/supply-access-token';
import { createSignIn } from '@/lib/services/sign-in/sign-in';
import { createSealedGrant } from '@/lib/storage/secrets/sealed-grant';
import { createTokenStore } from '@/lib/storage/secrets/token-store';
import type { WorkerContext } from './context';
import { readSignIn } from './published-state';

export type SalesloftSideDeps = WorkerContext & {
  readonly readGrantSettings: () => Promise<GrantSettings>;
  readonly budget: { follow(remaining: number): void };
  readonly clock: { follow(reply: Omit<ReplyFacts, 'remaining'>): Promise<void> };
};

/** Everything that speaks to Salesloft, and the sign-in it needs. */
export function assembleSalesloft(deps: SalesloftSideDeps) {
  const { events, publish, readGrantSettings, isOnline, now } = deps;
  const signIn: SignInPort = { read: readSignIn, publish: (next) => publish('signIn', next) };
  const onReply = ({ remaining, ...dated }: ReplyFacts): void => {
    deps.budget.follow(remaining);
    detach('Salesloft’s clock', () => deps.clock.follow(dated));
  };
  const underGrantLock: UnderLock = (work) => underLock('sign-in', work);
  const tokens = createTokenStore();
  const sealed = createSealedGrant();
  const oauth = createOAuth(now);
  const accessToken = createAccessToken({
    tokens,
    sealed,
    signIn,
    readSettings: readGrantSettings,
    refresh: oauth.refresh,
    underLock: underGrantLock,
    isOnline,
    now,
  });
  const client = createSalesloftClient({
    accessToken: accessToken.current,
    renewedToken: accessToken.renew,
    isOnline,
    onReply,
    now,
  });
  /** For a token that is nobody's yet: it is not stored and not renewed. */
  const team = createTeamReads();
  const clientOf = (token: string) =>
    createSalesloftClient({
      accessToken: () => Promise.resolve({ ok: true, token }),
      renewedToken: () => Promise.resolve({ ok: false, code: 'not-signed-in' }),
      isOnline,
      onReply,
      now,
    });
  const connection = createSignIn({
    tokens,
    sealed,
    signIn,
    readSettings: readGrantSettings,
    redirectUrl,
    mayReach,
    openWindow: openSignInWindow,
    exchange: oauth.exchange,
    readRep: (token) => team.readRep(clientOf(token), () => Intl.DateTimeFormat().resolvedOptions().timeZone),
    newSecret,
    challengeOf,
    underLock: underGrantLock,
    whileNothingLeaves: (work) => underLock('outbox', work),
    isOnline,
    now,
    onOtherRep: () => publish('queue', NO_QUEUE),
    onSignedIn: () => detach('what Salesloft knows', () => events.tell('readAgain')),
  });
  events.on('settingsChanged', accessToken.followSettings);
  return {
    connection,
    calls: createCalls(client),
    guardTasks: createGuardTasks(client),
    notes: createNotes(client),
    laterTasks: createLaterTasks(client),
    queueSource: createQueueSource(client),
    readTeamRules: () => team.readTeamRules(client),
  };
}
