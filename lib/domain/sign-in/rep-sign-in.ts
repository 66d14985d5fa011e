import type { ErrorCode } from '@/lib/domain/core/errors';
import type { UserGuid } from '@/lib/domain/core/ids';

/** The rep as Salesloft names them. */
export type Rep = {
  readonly userId: string;
  readonly guid: UserGuid;
  readonly name: string;
  readonly email: string;
  /** IANA name; decides what "today" is. */
  readonly timeZone: string;
  readonly teamId: string;
  readonly teamName: string;
  /** Two-letter country for numbers written without one; empty when unknown. */
  readonly country: string;
};

/**
 *   signedOut ──► connecting ──► signedIn ──► expired ──► connecting
 *       ▲──────────────┴───────────┴──────────────┘
 */
export type SignInState = 'signedOut' | 'connecting' | 'signedIn' | 'expired';

export type RepSignIn = {
  readonly state: SignInState;
  /** Kept while expired, so that logs still know their owner. */
  readonly rep?: Rep;
  /** Why the last attempt failed, until the next one. */
  readonly failure?: { readonly code: ErrorCode; readonly detail: string };
};
