import { browser } from 'wxt/browser';
import type { SignInFlow, Tokens } from '@/lib/domain/sign-in/oauth';

const TOKENS = 'grant:tokens';
const FLOW = 'grant:flow';

/** Tokens and the sign-in under way, in `storage.session`: gone with the browser, closed to content scripts. */
export function createTokenStore() {
  const area = browser.storage.session;
  return {
    read: async (): Promise<Tokens | undefined> => (await area.get(TOKENS))[TOKENS] as Tokens | undefined,
    write: (tokens: Tokens): Promise<void> => area.set({ [TOKENS]: tokens }),
    clear: (): Promise<void> => area.remove(TOKENS),
    startFlow: (flow: SignInFlow): Promise<void> => area.set({ [FLOW]: flow }),
    takeFlow: async (): Promise<SignInFlow | undefined> => {
      const flow = (await area.get(FLOW))[FLOW] as SignInFlow | undefined;
      await area.remove(FLOW);
      return flow;
    },
  };
}
