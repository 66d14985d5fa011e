import type { RepSignIn, Rep } from '@/lib/domain/sign-in/rep-sign-in';
import type { ApiFailure } from '@/lib/domain/core/api-result';
import type { ErrorCode } from '@/lib/domain/core/errors';
import type { GrantBinding, SignInFlow, Tokens } from '@/lib/domain/sign-in/oauth';

/** Where tokens live: memory of the browser run, closed to everything but our own pages and worker. */
export type TokenStore = {
  read(): Promise<Tokens | undefined>;
  write(tokens: Tokens): Promise<void>;
  clear(): Promise<void>;
  startFlow(flow: SignInFlow): Promise<void>;
  /** Reads the flow and forgets it: an answer counts once. */
  takeFlow(): Promise<SignInFlow | undefined>;
};

/** What may outlast the browser, when the organisation allows it; see docs/adr/0006. */
export type SealedGrant = {
  seal(kept: KeptGrant): Promise<void>;
  unseal(): Promise<KeptGrant | undefined>;
  forget(): Promise<void>;
};

export type KeptGrant = { readonly refreshToken: string; readonly binding: GrantBinding; readonly rep: Rep };

export type GrantSettings = GrantBinding & {
  /** Empty for a public client, whose gateway adds it. */
  readonly clientSecret: string;
  /** A secret given by policy that content scripts could read: refused, and said so. */
  readonly isSecretExposed: boolean;
  readonly scopes: readonly string[];
  readonly keepSignedIn: boolean;
};

export type TokenAnswer =
  | { readonly kind: 'granted'; readonly tokens: Tokens }
  /** The token address said no, in OAuth's own words: the grant or the client is not good. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly detail: string }
  /** No usable answer: it may be tried again. */
  | { readonly kind: 'unreachable'; readonly code: ApiFailure['code'] };

/** A bearer for Salesloft, or why there is none. */
export type Bearer =
  { readonly ok: true; readonly token: string } | { readonly ok: false; readonly code: ApiFailure['code'] };

/** One piece of work at a time, across everything that runs for this profile. */
export type UnderLock = <Result>(work: () => Promise<Result>) => Promise<Result>;

export type SignInPort = { read(): Promise<RepSignIn>; publish(signIn: RepSignIn): Promise<void> };
