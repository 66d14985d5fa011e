import { createCalls } from '@/lib/salesloft/calls';
import { createSalesloftClient, type ReplyFacts } from '@/lib/salesloft/client';
import { createOAuth } from '@/lib/salesloft/oauth';
import { createQueueSource } from '@/lib/salesloft/queue-source';
import { readRep, readTeamRules } from '@/lib/salesloft/team';
import { openSignInWindow, redirectUrl } from '@/lib/platform/identity';
import { underLock } from '@/lib/platform/locks';
import { challengeOf, newSecret } from '@/lib/platform/secrets';
import type { AccountPort, GrantSettings } from '@/lib/services/grant-port';
import { createAccessToken } from '@/lib/services/access-token';
import { createSignIn } from '@/lib/services/sign-in';
import { createSealedGrant } from '@/lib/storage/sealed-grant';
import { createTokenStore } from '@/lib/storage/token-store';

export type SalesloftSideDeps = {
  readonly account: AccountPort;
  readonly readGrantSettings: () => Promise<GrantSettings>;
  readonly onReply: (facts: ReplyFacts) => void;
  readonly onSignedIn: () => Promise<void>;
  readonly isOnline: () => boolean;
  readonly now: () => number;
};

/** Everything that speaks to Salesloft, and the sign-in it needs. */
export function assembleSalesloft({ account, readGrantSettings, onReply, onSignedIn, isOnline, now }: SalesloftSideDeps) {
  const tokens = createTokenStore();
  const sealed = createSealedGrant();
  const oauth = createOAuth(now);
  const accessToken = createAccessToken({
    tokens,
    sealed,
    account,
    readSettings: readGrantSettings,
    refresh: oauth.refresh,
    underLock: (work) => underLock('sign-in', work),
    isOnline,
    now,
  });
  const client = createSalesloftClient({
    accessToken: accessToken.current,
    renewedToken: accessToken.renew,
    isOnline,
    onReply,
  });
  const signIn = createSignIn({
    tokens,
    sealed,
    account,
    readSettings: readGrantSettings,
    redirectUrl,
    openWindow: openSignInWindow,
    exchange: oauth.exchange,
    readRep: () => readRep(client),
    newSecret,
    challengeOf,
    isOnline,
    now,
    onSignedIn,
  });
  return {
    signIn,
    calls: createCalls(client),
    queueSource: createQueueSource(client),
    readTeamRules: () => readTeamRules(client),
    /** Asks for a token, so that one of another client or address is found out and forgotten. */
    checkGrant: accessToken.current,
  };
}
