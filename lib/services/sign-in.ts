import type { Account, Rep } from '@/lib/domain/account';
import type { ApiResult } from '@/lib/domain/api-result';
import { DialerError, type ErrorCode } from '@/lib/domain/errors';
import { authorizeUrl, readCallback, type Tokens } from '@/lib/domain/oauth';
import type { AccountPort, GrantSettings, SealedGrant, TokenAnswer, TokenStore } from './grant-port';

export type SignInDeps = {
  readonly tokens: TokenStore;
  readonly sealed: SealedGrant;
  readonly account: AccountPort;
  readonly readSettings: () => Promise<GrantSettings>;
  readonly redirectUrl: () => string;
  /** Opens Salesloft's window and resolves to the address it ended at; rejects with a DialerError. */
  readonly openWindow: (url: string) => Promise<string>;
  readonly exchange: (
    client: GrantSettings,
    code: { code: string; context: string; scope: string; verifier: string; redirectUrl: string },
  ) => Promise<TokenAnswer>;
  readonly readRep: () => Promise<ApiResult<Rep>>;
  /** Unguessable text, URL-safe, of at least 256 bits. */
  readonly newSecret: () => string;
  /** PKCE's S256. */
  readonly challengeOf: (verifier: string) => Promise<string>;
  readonly isOnline: () => boolean;
  readonly now: () => number;
  readonly onSignedIn: () => Promise<void>;
};

/** The OAuth code flow with state and PKCE, one at a time. Its result is the account that is published. */
export function createSignIn(deps: SignInDeps) {
  let isOpen = false;

  const connect = async (): Promise<Account> => {
    if (isOpen) throw new DialerError('sign-in-busy');
    isOpen = true;
    const before = await deps.account.read();
    try {
      await deps.account.publish({ state: 'connecting', ...(before.rep ? { rep: before.rep } : {}) });
      const rep = await flow(deps);
      const account: Account = { state: 'signedIn', rep };
      await deps.account.publish(account);
      await deps.onSignedIn();
      return account;
    } catch (error) {
      const failure = toFailure(error);
      await deps.account.publish(afterFailure(before, failure));
      throw error instanceof DialerError ? error : new DialerError(failure.code, failure.detail);
    } finally {
      isOpen = false;
    }
  };

  return {
    connect,

    disconnect: async (): Promise<void> => {
      await deps.tokens.clear();
      await deps.sealed.forget();
      await deps.account.publish({ state: 'signedOut' });
    },

    /** Once per worker start: a window that died with its worker, and a grant kept over a browser restart. */
    resume: async (): Promise<void> => {
      const account = await deps.account.read();
      if (account.state === 'connecting') {
        const state = account.rep ? 'expired' : 'signedOut';
        await deps.account.publish({ ...account, state, failure: { code: 'sign-in-closed', detail: '' } });
        return;
      }
      if (account.state !== 'signedOut') return;
      const settings = await deps.readSettings();
      if (!settings.keepSignedIn) return deps.sealed.forget();
      const kept = await deps.sealed.unseal();
      if (!kept) return;
      const { refreshToken, binding, rep } = kept;
      await deps.tokens.write({ accessToken: '', refreshToken, binding, obtainedAt: 0, lifetimeMs: 0 });
      await deps.account.publish({ state: 'signedIn', rep });
    },
  };
}

async function flow(deps: SignInDeps): Promise<Rep> {
  const settings = await deps.readSettings();
  if (settings.clientId === '') throw new DialerError('client-id-missing');
  if (settings.isSecretExposed) throw new DialerError('policy-secret-unprotected');
  if (!deps.isOnline()) throw new DialerError('offline');
  const { clientId, tokenUrl } = settings;
  const redirectUrl = deps.redirectUrl();
  const state = deps.newSecret();
  const verifier = deps.newSecret();
  await deps.tokens.startFlow({ state, verifier, startedAt: deps.now(), clientId, tokenUrl });
  const challenge = await deps.challengeOf(verifier);
  const url = authorizeUrl({ clientId, redirectUrl, state, challenge, scopes: settings.scopes });
  const answered = await deps.openWindow(url);

  const callback = readCallback(answered, redirectUrl, await deps.tokens.takeFlow(), deps.now());
  if (callback.kind === 'failed') throw new DialerError(callback.code, callback.detail);
  const answer = await deps.exchange(settings, { ...callback, verifier, redirectUrl });
  if (answer.kind === 'refused') throw new DialerError(answer.code, answer.detail);
  if (answer.kind === 'unreachable') throw new DialerError(answer.code);
  return nameRep(deps, answer.tokens, settings);
}

/** The grant counts once Salesloft has told whose it is. */
async function nameRep(deps: SignInDeps, tokens: Tokens, settings: GrantSettings): Promise<Rep> {
  await deps.tokens.write(tokens);
  const rep = await deps.readRep();
  if (!rep.ok) {
    await deps.tokens.clear();
    throw new DialerError(rep.failure.code, rep.failure.words);
  }
  if (settings.keepSignedIn) {
    await deps.sealed.seal({ refreshToken: tokens.refreshToken, binding: tokens.binding, rep: rep.value });
  }
  return rep.value;
}

function toFailure(error: unknown): { code: ErrorCode; detail: string } {
  if (error instanceof DialerError) return { code: error.code, detail: error.detail };
  return { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) };
}

/** A rep who was connected stays so when a second window fails: the old grant is as good as before. */
function afterFailure(before: Account, failure: { code: ErrorCode; detail: string }): Account {
  const state = before.state === 'connecting' ? 'signedOut' : before.state;
  return { state, ...(before.rep ? { rep: before.rep } : {}), failure };
}
