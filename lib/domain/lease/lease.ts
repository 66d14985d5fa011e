/** The right of one surface to dial, log and decide. `token` is raised whenever it passes on, so that a stale command is known. */
export type Lease = {
  /** Empty when nobody holds it. */
  readonly holder: string;
  readonly token: number;
};

/** What a surface says of itself with a command. */
export type LeaseClaim = { readonly surfaceId: string; readonly token: number };

export type LeaseRequest = {
  readonly surfaceId: string;
  /** The holder that is to lose it, by the rep's word or because it does not answer any more; absent asks politely. */
  readonly insteadOf?: string;
};

export type LeaseReply =
  { readonly kind: 'granted'; readonly token: number } | { readonly kind: 'denied'; readonly holder: string };

/**
 * The lease after a wish: the same one when it was held already, undefined when it is refused. While nothing is in hand
 * it goes to whoever asks; else it is taken over only from the holder that was named.
 */
export function grantLease(
  lease: Lease | undefined,
  { surfaceId, insteadOf }: LeaseRequest,
  isBusy: boolean,
): Lease | undefined {
  if (lease?.holder === surfaceId) return lease;
  const isFree = !lease || lease.holder === '' || !isBusy;
  if (!isFree && lease.holder !== insteadOf) return undefined;
  return { holder: surfaceId, token: (lease?.token ?? 0) + 1 };
}

export function releaseLease(lease: Lease | undefined, surfaceId: string): Lease | undefined {
  return lease?.holder === surfaceId ? { ...lease, holder: '' } : lease;
}

/**
 * Whether a command may act. With a claim it must be the holder's own, of the latest token; without one it may only
 * begin something, while nothing is in hand.
 */
export function mayActWith(lease: Lease | undefined, claim: LeaseClaim | undefined, isBusy: boolean): boolean {
  if (!claim) return !lease || lease.holder === '' || !isBusy;
  return lease !== undefined && claim.surfaceId === lease.holder && claim.token === lease.token;
}

/** The claim that came with a command; what is no claim counts as none. */
export function readClaim(given: unknown): LeaseClaim | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { surfaceId, token } = given as Record<string, unknown>;
  return typeof surfaceId === 'string' && typeof token === 'number' ? { surfaceId, token } : undefined;
}
