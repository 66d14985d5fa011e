import type { RepSignIn, Rep } from '@/lib/domain/sign-in/rep-sign-in';
import type { ApiResult } from '@/lib/domain/core/api-result';
import { DialerError } from '@/lib/domain/core/errors';
import { authorizeUrl, readCallback, type Tokens } from '@/lib/domain/sign-in/oauth';
import type { SignInPort, GrantSettings, SealedGrant, TokenAnswer, TokenStore, UnderLock } from './grant-port';

export type SignInDeps = {
  readonly tokens: TokenStore;
  readonly sealed: SealedGrant;
  readonly signIn: SignInPort;
  readonly readSettings: () => Promise<GrantSettings>;
  readonly redirectUrl: () => string;
  /** Whether Chrome lets us reach the token address whatever it says itself. */
  readonly mayReach: (url: string) => Promise<boolean>;
  /** Opens Salesloft's window and resolves to the address it ended at; rejects with a DialerError. */
  readonly openWindow: (url: string) => Promise<string>;
  readonly exchange: (
    client: GrantSettings,
    code: { code: string; context: string; scope: string; verifier: string; redirectUrl: string },
  ) => Promise<TokenAnswer>;
  /** Whose token this is; asked with the token itself, before it is stored. */
  readonly readRep: (accessToken: string) => Promise<ApiResult<Rep>>;
  /** Unguessable text, URL-safe, of at least 256 bits. */
  readonly newSecret: () => string;
  /** PKCE's S256. */
  readonly challengeOf: (verifier: string) => Promise<string>;
  /** The lock of the grant: no token is being renewed meanwhile. */
  readonly underLock: UnderLock;
  /** The lock of delivery: no log is on its way meanwhile, so none can leave with the next rep's token. */
  readonly whileNothingLeaves: UnderLock;
  readonly isOnline: () => boolean;
  readonly now: () => number;
  /** Forgets what is on the screen of the rep before; ends before the new one is published. */
  readonly onOtherRep: () => Promise<void>;
  /** Starts what has waited for a sign-in. Nobody waits for it here: its trouble is not the sign-in's. */
  readonly onSignedIn: () => void;
};

/** The OAuth code flow with state and PKCE, one at a time. Its result is the account that is published. */
export function createSignIn(deps: SignInDeps) {
  const { tokens, sealed, signIn } = deps;
  let isOpen = false;

  const connect = async (): Promise<RepSignIn> => {
    if (isOpen) throw new DialerError('sign-in-busy');
    isOpen = true;
    try {
      const { rep } = await signIn.read();
      await signIn.publish({ state: 'connecting', ...(rep ? { rep } : {}) });
      const granted = await flow(deps);
      return await deps.whileNothingLeaves(() => deps.underLock(() => commit(deps, granted)));
    } catch (error) {
      const failure = error instanceof DialerError ? error : new DialerError('unexpected', String(error));
      await tokens.takeFlow();
      await publishFailure(deps, failure);
      throw failure;
    } finally {
      isOpen = false;
    }
  };

  return {
    connect,

    disconnect: (): Promise<void> =>
      deps.underLock(async () => {
        // A window still open finds its flow gone, and its answer is not believed.
        await tokens.takeFlow();
        await tokens.clear();
        await sealed.forget();
        await signIn.publish({ state: 'signedOut' });
      }),

    /** Once per worker start: a window that died with its worker, and a grant kept over a browser restart. */
    resume: async (): Promise<void> => {
      const settings = await deps.readSettings();
      if (!settings.keepSignedIn) await sealed.forget();
      const { state } = await signIn.read();
      if (state === 'connecting') return publishFailure(deps, new DialerError('sign-in-closed'));
      if (state !== 'signedOut' || !settings.keepSignedIn) return;
      const kept = await sealed.unseal();
      if (!kept) return;
      const { refreshToken, binding, rep } = kept;
      await tokens.write({ accessToken: '', refreshToken, binding, obtainedAt: 0, lifetimeMs: 0 });
      await signIn.publish({ state: 'signedIn', rep });
    },
  };
}

type Granted = { readonly tokens: Tokens; readonly rep: Rep; readonly keepSignedIn: boolean };

/** From the window to a token whose owner is known; nothing of it is stored yet. */
async function flow(deps: SignInDeps): Promise<Granted> {
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
  const answered = await deps.openWindow(
    authorizeUrl({ clientId, redirectUrl, state, challenge, scopes: settings.scopes }),
  );

  const callback = readCallback(answered, redirectUrl, await deps.tokens.takeFlow(), deps.now());
  if (callback.kind === 'failed') throw new DialerError(callback.code, callback.detail);
  const answer = await deps.exchange(settings, { ...callback, verifier, redirectUrl });
  if (answer.kind === 'refused') throw new DialerError(answer.code, answer.detail);
  if (answer.kind === 'unreachable') {
    // A gateway that does not invite extensions can be reached only with the rep's leave, for that one address.
    throw new DialerError((await deps.mayReach(settings.tokenUrl)) ? answer.code : 'gateway-not-allowed');
  }
  const rep = await deps.readRep(answer.tokens.accessToken);
  if (!rep.ok) throw new DialerError(rep.failure.code, rep.failure.words);
  return { tokens: answer.tokens, rep: rep.value, keepSignedIn: settings.keepSignedIn };
}

async function commit(deps: SignInDeps, { tokens, rep, keepSignedIn }: Granted): Promise<RepSignIn> {
  const before = await deps.signIn.read();
  if (before.rep && before.rep.guid !== rep.guid) {
    // Whatever fails or dies from here on: the rep before must not be found beside another's tokens.
    await deps.signIn.publish({ state: 'connecting' });
    await deps.onOtherRep();
  }
  await deps.tokens.write(tokens);
  const kept = { refreshToken: tokens.refreshToken, binding: tokens.binding, rep };
  await (keepSignedIn ? deps.sealed.seal(kept) : deps.sealed.forget());
  const signedIn: RepSignIn = { state: 'signedIn', rep };
  await deps.signIn.publish(signedIn);
  deps.onSignedIn();
  return signedIn;
}

/** A rep who was connected stays so when a second window fails: the grant at hand is as good as before. */
async function publishFailure({ signIn, tokens }: SignInDeps, { code, detail }: DialerError): Promise<void> {
  const [held, { rep }] = await Promise.all([tokens.read(), signIn.read()]);
  const kept = rep ? ({ state: held ? 'signedIn' : 'expired', rep } as const) : ({ state: 'signedOut' } as const);
  await signIn.publish({ ...kept, failure: { code, detail } });
}
