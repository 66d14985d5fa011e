import type { ErrorCode } from '@/lib/domain/core/errors';
import { isBoundTo, isExpired, isWorthRenewing, type Tokens } from '@/lib/domain/sign-in/oauth';
import type { SignInPort, Bearer, GrantSettings, SealedGrant, TokenAnswer, TokenStore, UnderLock } from './grant-port';

export type AccessTokenDeps = {
  readonly tokens: TokenStore;
  readonly sealed: SealedGrant;
  readonly signIn: SignInPort;
  readonly readSettings: () => Promise<GrantSettings>;
  readonly refresh: (client: GrantSettings, refreshToken: string) => Promise<TokenAnswer>;
  /** Held by whoever changes the grant: renewal, sign-in, sign-out. */
  readonly underLock: UnderLock;
  readonly isOnline: () => boolean;
  readonly now: () => number;
};

/** A renewal without an answer may have used the grant up: the token at hand serves on before it is tried again. */
const UNANSWERED_PAUSE_MS = 5 * 60_000;

const NONE: Bearer = { ok: false, code: 'not-signed-in' };

/**
 * The bearer for Salesloft. Refresh tokens rotate and work once: renewal runs under one lock, reads the stored tokens
 * again inside it, and stores the new refresh token before the new access token is used.
 */
export function createAccessToken(deps: AccessTokenDeps) {
  let running: { readonly refused: string; readonly renewed: Promise<Bearer> } | undefined;
  let unansweredAt = -Infinity;

  const renewUnlocked = async (refused: string): Promise<Bearer> => {
    const [stored, settings] = await Promise.all([deps.tokens.read(), deps.readSettings()]);
    if (!stored) return NONE;
    // Asked here once more: policy may have named another address while a request was under way.
    if (!isBoundTo(stored, settings)) {
      await expireUnlessBound(deps);
      return NONE;
    }
    if (stored.accessToken !== refused) return bearer(stored.accessToken);
    const answer = await deps.refresh(settings, stored.refreshToken);
    if (answer.kind === 'granted') return keep(deps, withRefreshToken(answer.tokens, stored), settings);
    if (answer.kind === 'unreachable') {
      unansweredAt = deps.now();
      return isExpired(stored, deps.now()) ? { ok: false, code: answer.code } : bearer(stored.accessToken);
    }
    // Another context may have won the race to the one use: its tokens must not be wiped.
    const after = await deps.tokens.read();
    if (after && after.refreshToken !== stored.refreshToken) return bearer(after.accessToken);
    await expire(deps, answer.code, answer.detail);
    return NONE;
  };

  /** Everybody who holds the same old token waits for one and the same renewal. */
  const renew = (refused: string): Promise<Bearer> => {
    if (running?.refused === refused) return running.renewed;
    const renewed = deps
      .underLock(() => renewUnlocked(refused))
      .finally(() => {
        if (running?.renewed === renewed) running = undefined;
      });
    running = { refused, renewed };
    return renewed;
  };

  const isTimeToRenew = (stored: Tokens): boolean => {
    if (!isWorthRenewing(stored, deps.now()) || stored.refreshToken === '' || !deps.isOnline()) return false;
    return isExpired(stored, deps.now()) || Math.abs(deps.now() - unansweredAt) >= UNANSWERED_PAUSE_MS;
  };

  /** None when nobody is signed in, or the grant is gone: the account then says so. */
  const current = async (): Promise<Bearer> => {
    const [stored, settings] = await Promise.all([deps.tokens.read(), deps.readSettings()]);
    if (!stored || !isBoundTo(stored, settings)) {
      await deps.underLock(() => expireUnlessBound(deps));
      return NONE;
    }
    return isTimeToRenew(stored) ? renew(stored.accessToken) : bearer(stored.accessToken);
  };

  return {
    current,

    /** After Salesloft refused a token: another one, or why there is none. */
    renew: async (refused: string): Promise<Bearer> => {
      const renewed = await renew(refused);
      return renewed.ok && renewed.token === refused ? NONE : renewed;
    },

    /** After every change of settings: a grant of another client is forgotten, and kept over restarts only if allowed. */
    followSettings: async (): Promise<void> => {
      await current();
      await deps.underLock(async () => {
        const [stored, settings, { rep }] = await Promise.all([
          deps.tokens.read(),
          deps.readSettings(),
          deps.signIn.read(),
        ]);
        if (!settings.keepSignedIn) return deps.sealed.forget();
        if (stored && rep) await deps.sealed.seal({ refreshToken: stored.refreshToken, binding: stored.binding, rep });
      });
    },
  };
}

function bearer(token: string): Bearer {
  return { ok: true, token };
}

async function keep(deps: AccessTokenDeps, tokens: Tokens, settings: GrantSettings): Promise<Bearer> {
  await deps.tokens.write(tokens);
  const { rep } = await deps.signIn.read();
  if (settings.keepSignedIn && rep) {
    await deps.sealed.seal({ refreshToken: tokens.refreshToken, binding: tokens.binding, rep });
  }
  return bearer(tokens.accessToken);
}

/** A provider that does not rotate sends none: the old one stays good. */
function withRefreshToken(tokens: Tokens, before: Tokens): Tokens {
  return tokens.refreshToken === '' ? { ...tokens, refreshToken: before.refreshToken } : tokens;
}

/** Of another client, or gone without a word: the worker that forgot them may have died before it told the rep. */
async function expireUnlessBound(deps: AccessTokenDeps): Promise<void> {
  const [stored, settings, { state }] = await Promise.all([
    deps.tokens.read(),
    deps.readSettings(),
    deps.signIn.read(),
  ]);
  const isLost = stored ? !isBoundTo(stored, settings) : state === 'signedIn';
  if (isLost) await expire(deps, 'sign-in-expired', '');
}

async function expire(deps: AccessTokenDeps, code: ErrorCode, detail: string): Promise<void> {
  await deps.tokens.clear();
  await deps.sealed.forget();
  const { rep } = await deps.signIn.read();
  await deps.signIn.publish({
    state: rep ? 'expired' : 'signedOut',
    ...(rep ? { rep } : {}),
    failure: { code: code === 'client-unknown' ? code : 'sign-in-expired', detail },
  });
}
