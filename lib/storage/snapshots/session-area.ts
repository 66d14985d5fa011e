import { browser } from 'wxt/browser';

/** What can be read again at any time, and holds most of the people: it goes first when `storage.session` is full. */
const FIRST_TO_GO = 'snapshot:queue';

/**
 * Writes to `storage.session` (10 MB for all). When that is full, the list of people makes room. Resolves to whether it
 * was written: what is kept there is a copy of what is elsewhere, so nobody is stopped by it.
 */
export async function setInSession(key: string, value: unknown): Promise<boolean> {
  const area = browser.storage.session;
  try {
    await area.set({ [key]: value });
    return true;
  } catch {
    if (key === FIRST_TO_GO) return false;
  }
  try {
    await area.remove(FIRST_TO_GO);
    await area.set({ [key]: value });
    return true;
  } catch {
    return false;
  }
}
