import { isDue, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import { claim } from '@/lib/domain/outbox/settle';
import type { Outbox } from './outbox-port';
import type { WhoMayGo } from './who-may-go';

export type ClaimNextDeps = {
  readonly outbox: Pick<Outbox, 'claimNext'>;
  readonly whoMayGo: WhoMayGo;
  readonly gate: { readonly mayGo: () => Promise<boolean> };
  readonly isOnline: () => boolean;
  readonly onClaimed: () => void;
  readonly now: () => number;
};

/** Claims the next entry that may leave now; resolves to undefined offline, signed out, with the gate closed, or with none due. */
export function createClaimNext({ outbox, whoMayGo, gate, isOnline, onClaimed, now }: ClaimNextDeps) {
  return async (): Promise<OutboxEntry | undefined> => {
    const mayGo = isOnline() ? await whoMayGo() : undefined;
    if (!mayGo || !(await gate.mayGo())) return undefined;
    const claimed = await outbox.claimNext({ isDue: (entry) => isDue(entry, now()), mayGo, claim });
    if (claimed) onClaimed();
    return claimed;
  };
}
