import { browser } from 'wxt/browser';
import { DialerError } from '@/lib/domain/core/errors';

/** `https://<id>.chromiumapp.org/`: what the admin registers with Salesloft; Chrome catches it without any network. */
export function redirectUrl(): string {
  return browser.identity.getRedirectURL();
}

/** Opens a sign-in window and resolves to the address it was sent back to. */
export async function openSignInWindow(url: string): Promise<string> {
  try {
    const answered = await browser.identity.launchWebAuthFlow({ url, interactive: true });
    if (answered === undefined) throw new DialerError('sign-in-closed');
    return answered;
  } catch (error) {
    if (error instanceof DialerError) throw error;
    const words = error instanceof Error ? error.message : String(error);
    // Chrome has two sentences: one for a page that would not load, one for everything the person did.
    throw new DialerError(/could not be loaded/i.test(words) ? 'salesloft-unreachable' : 'sign-in-closed');
  }
}
