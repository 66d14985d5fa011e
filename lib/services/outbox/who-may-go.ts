import { isSameOwner, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import type { RepSignIn } from '@/lib/domain/sign-in/rep-sign-in';

/** Which entries may leave; resolves to undefined while nobody is signed in. */
export type WhoMayGo = () => Promise<((entry: OutboxEntry) => boolean) | undefined>;

/** A log never leaves under another rep's name. */
export function createWhoMayGo(readSignIn: () => Promise<RepSignIn>): WhoMayGo {
  return async () => {
    const { state, rep } = await readSignIn();
    if (state !== 'signedIn' || !rep) return undefined;
    return ({ owner }) => isSameOwner(owner, { userGuid: rep.guid, tenantId: rep.teamId });
  };
}
