import type { RepSignIn } from '@/lib/domain/sign-in/rep-sign-in';
import type { SignInFlow, Tokens } from '@/lib/domain/sign-in/oauth';
import type { SignInPort, KeptGrant, SealedGrant, TokenStore, UnderLock } from '@/lib/services/sign-in/grant-port';

/** Where a grant lives, in memory: what the stores hold can be looked at, and what was written in which order. */
export function createMemoryGrant(start: { readonly signIn?: RepSignIn; readonly tokens?: Tokens } = {}) {
  const held: { tokens?: Tokens; flow?: SignInFlow; sealed?: KeptGrant; signIn: RepSignIn } = {
    signIn: start.signIn ?? { state: 'signedOut' },
    ...(start.tokens ? { tokens: start.tokens } : {}),
  };
  const published: RepSignIn[] = [];
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
  const signIn: SignInPort = {
    read: async () => held.signIn,
    publish: async (next) => {
      published.push(next);
      held.signIn = next;
    },
  };
  return { held, published, journal, tokens, sealed, signIn };
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
