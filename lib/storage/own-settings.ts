import { browser } from 'wxt/browser';

const KEY = 'settings:1';

/** The rep's or admin's own values on this device; policy stands over them. */
export async function readOwnSettings(): Promise<Readonly<Record<string, unknown>>> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
}

export async function writeOwnSettings(own: Readonly<Record<string, unknown>>): Promise<void> {
  await browser.storage.local.set({ [KEY]: own });
}
