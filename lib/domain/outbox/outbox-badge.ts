/** What the toolbar icon says: nothing while all goes well by itself. */
export type Badge =
  | { readonly kind: 'none' }
  /** So many logs wait for the rep's decision. */
  | { readonly kind: 'needsAttention'; readonly count: number }
  /** So many logs wait for a sign-in. */
  | { readonly kind: 'needsSignIn'; readonly count: number };

export function badgeOf(outbox: {
  readonly unsent: number;
  readonly needsAttention: number;
  readonly isSignedIn: boolean;
}): Badge {
  const { unsent, needsAttention, isSignedIn } = outbox;
  if (needsAttention > 0) return { kind: 'needsAttention', count: needsAttention };
  return unsent > 0 && !isSignedIn ? { kind: 'needsSignIn', count: unsent } : { kind: 'none' };
}
