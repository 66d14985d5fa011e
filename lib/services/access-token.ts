import type { ErrorCode } from '@/lib/domain/errors';
import { isBoundTo, isExpired, isWorthRenewing, type Tokens } from '@/lib/domain/oauth';
import type { AccountPort, GrantSettings, SealedGrant, TokenAnswer, TokenStore } from './grant-port';

export type AccessTokenDeps = {
  readonly tokens: TokenStore;
  readonly sealed: SealedGrant;
  readonly account: AccountPort;
  readonly readSettings: () => Promise<GrantSettings>;
  readonly refresh: (client: GrantSettings, refreshToken: string) => Promise<TokenAnswer>;
  /** One renewal at a time across everything that runs for this profile. */
  readonly underLock: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly isOnline: () => boolean;
  readonly now: () => number;
};

/**
 * The bearer for Salesloft. Refresh tokens rotate and work once: renewal runs under one lock, reads the stored tokens
 * again inside it, and stores the new refresh token before the new access token is used.
 */
export function createAccessToken(deps: AccessTokenDeps) {
  const renewUnlocked = async (refused: string): Promise<string | undefined> => {
    const [stored, settings] = await Promise.all([deps.tokens.read(), deps.readSettings()]);
    if (!stored) return undefined;
    if (stored.accessToken !== refused) return stored.accessToken;
    const answer = await deps.refresh(settings, stored.refreshToken);
    if (answer.kind === 'granted') return keep(deps, withRefreshToken(answer.tokens, stored), settings);
    if (answer.kind === 'unreachable') return isExpired(stored, deps.now()) ? undefined : stored.accessToken;
    // Another context may have won the race to the one use: its tokens must not be wiped.
    const after = await deps.tokens.read();
    if (after && after.refreshToken !== stored.refreshToken) return after.accessToken;
    await expire(deps, answer.code, answer.detail);
    return undefined;
  };

  const renew = (refused: string): Promise<string | undefined> => deps.underLock(() => renewUnlocked(refused));

  return {
    /** Undefined when nobody is signed in, or the grant is gone: the account then says so. */
    current: async (): Promise<string | undefined> => {
      const [stored, settings] = await Promise.all([deps.tokens.read(), deps.readSettings()]);
      if (!stored) return undefined;
      if (!isBoundTo(stored, settings)) {
        await deps.tokens.clear();
        await deps.sealed.forget();
        await expire(deps, 'sign-in-expired', '');
        return undefined;
      }
      const isWorth = isWorthRenewing(stored, deps.now()) && deps.isOnline() && stored.refreshToken !== '';
      return isWorth ? renew(stored.accessToken) : stored.accessToken;
    },

    /** After Salesloft refused a token: a newer one, or undefined when there is none to be had. */
    renew: async (refused: string): Promise<string | undefined> => {
      const renewed = await renew(refused);
      return renewed === refused ? undefined : renewed;
    },
  };
}

async function keep(deps: AccessTokenDeps, tokens: Tokens, settings: GrantSettings): Promise<string> {
  await deps.tokens.write(tokens);
  const { rep } = await deps.account.read();
  if (settings.keepSignedIn && rep) {
    await deps.sealed.seal({ refreshToken: tokens.refreshToken, binding: tokens.binding, rep });
  }
  return tokens.accessToken;
}

/** A provider that does not rotate sends none: the old one stays good. */
function withRefreshToken(tokens: Tokens, before: Tokens): Tokens {
  return tokens.refreshToken === '' ? { ...tokens, refreshToken: before.refreshToken } : tokens;
}

async function expire(deps: AccessTokenDeps, code: ErrorCode, detail: string): Promise<void> {
  await deps.tokens.clear();
  await deps.sealed.forget();
  const account = await deps.account.read();
  await deps.account.publish({
    state: account.rep ? 'expired' : 'signedOut',
    ...(account.rep ? { rep: account.rep } : {}),
    failure: { code: code === 'client-unknown' ? code : 'sign-in-expired', detail },
  });
}
