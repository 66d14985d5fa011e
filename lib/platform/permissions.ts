import { browser } from 'wxt/browser';

/** Whether Chrome lets us reach an address that does not invite us itself: a gateway of the organization's, say. */
export function mayReach(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originOf(url)] });
}

/** Asks the person, who must have pressed a button just now. Resolves to what they answered. */
export function askToReach(url: string): Promise<boolean> {
  return browser.permissions.request({ origins: [originOf(url)] });
}

function originOf(url: string): string {
  return `${new URL(url).origin}/*`;
}
