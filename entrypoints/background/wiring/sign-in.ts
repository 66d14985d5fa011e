import type { Settings } from '@/lib/domain/settings/values';
import type { EffectiveSettings } from '@/lib/domain/settings/resolve';
import { createCalls } from '@/lib/salesloft/calls';
import { createGuardTasks } from '@/lib/salesloft/guard-tasks';
import { createSalesloftClient, type ReplyFacts } from '@/lib/salesloft/http-client';
import { createLaterTasks } from '@/lib/salesloft/later-tasks';
import { createNotes } from '@/lib/salesloft/notes';
import { createOAuth } from '@/lib/salesloft/token-requests';
import { createQueueSource } from '@/lib/salesloft/queue-source';
import { createTeamReads } from '@/lib/salesloft/team';
import { openSignInWindow, redirectUrl } from '@/lib/platform/identity';
import { underLock } from '@/lib/platform/locks';
import { mayReach } from '@/lib/platform/permissions';
import { challengeOf, newSecret } from '@/lib/platform/secrets';
import type { SignInPort, GrantSettings, UnderLock } from '@/lib/services/sign-in/grant-port';
import { createAccessToken } from '@/lib/services/sign-in/supply-access-token';
import { createSignIn } from '@/lib/services/sign-in/sign-in';
import { createSealedGrant } from '@/lib/storage/secrets/sealed-grant';
import { createTokenStore } from '@/lib/storage/secrets/token-store';

export type SalesloftSideDeps = {
  readonly signIn: SignInPort;
  readonly readGrantSettings: () => Promise<GrantSettings>;
  readonly onReply: (facts: ReplyFacts) => void;
  readonly onOtherRep: () => Promise<void>;
  readonly onSignedIn: () => void;
  readonly isOnline: () => boolean;
  readonly now: () => number;
};

/** Everything that speaks to Salesloft, and the sign-in it needs. */
export function assembleSalesloft(deps: SalesloftSideDeps) {
  const { signIn, readGrantSettings, onReply, isOnline, now } = deps;
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
    onOtherRep: deps.onOtherRep,
    onSignedIn: deps.onSignedIn,
  });
  return {
    connection,
    calls: createCalls(client),
    guardTasks: createGuardTasks(client),
    notes: createNotes(client),
    laterTasks: createLaterTasks(client),
    queueSource: createQueueSource(client),
    readTeamRules: () => team.readTeamRules(client),
    followSettings: accessToken.followSettings,
  };
}

/** What a sign-in needs of the settings. A secret that policy gives is used only where no page can read it. */
export function grantSettings({ values, origins }: EffectiveSettings, managedIsProtected: boolean): GrantSettings {
  const isExposed = origins['salesloft.clientSecret'] === 'policy' && !managedIsProtected;
  return {
    clientId: values['salesloft.clientId'],
    clientSecret: isExposed ? '' : values['salesloft.clientSecret'],
    isSecretExposed: isExposed,
    tokenUrl: values['salesloft.tokenUrl'],
    scopes: scopesFor(values, origins['salesloft.scopes'] === 'default'),
    keepSignedIn: values['privacy.keepSignedIn'],
  };
}

/** Links to recordings are written into notes: that needs a scope more, unless somebody has chosen the scopes. */
function scopesFor(values: Settings, isDefault: boolean): readonly string[] {
  const scopes = values['salesloft.scopes'];
  return isDefault && values['telephony.recording'].mode === 'provider' ? [...scopes, 'notes:write'] : scopes;
}
