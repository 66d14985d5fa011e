import type { Account } from '@/lib/domain/sign-in/account';
import type { SignInFlow, Tokens } from '@/lib/domain/sign-in/oauth';
import type { AccountPort, KeptGrant, SealedGrant, TokenStore, UnderLock } from '@/lib/services/sign-in/grant-port';

/** Where a grant lives, in memory: what the stores hold can be looked at, and what was written in which order. */
export function createMemoryGrant(start: { readonly account?: Account; readonly tokens?: Tokens } = {}) {
  const held: { tokens?: Tokens; flow?: SignInFlow; sealed?: KeptGrant; account: Account } = {
    account: start.account ?? { state: 'signedOut' },
    ...(start.tokens ? { tokens: start.tokens } : {}),
  };
  const published: Account[] = [];
  const journal: string[] = [];

  const tokens: TokenStore = {
    read: async () => held.tokens,
    write: async (written) => {
      journal.push(`stored ${written.refreshToken}`);
      held.tokens = written;
    },
    clear: async () => {
      journal.push('cleared');
      delete held.tokens;
    },
    startFlow: async (flow) => void (held.flow = flow),
    takeFlow: async () => {
      const { flow } = held;
      delete held.flow;
      return flow;
    },
  };
  const sealed: SealedGrant = {
    seal: async (kept) => void (held.sealed = kept),
    unseal: async () => held.sealed,
    forget: async () => void delete held.sealed,
  };
  const account: AccountPort = {
    read: async () => held.account,
    publish: async (next) => {
      published.push(next);
      held.account = next;
    },
  };
  return { held, published, journal, tokens, sealed, account };
}

/** One piece of work at a time, in the order asked. */
export function createLock(): UnderLock {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
