import { browser } from 'wxt/browser';
import { DialerError } from '@/lib/domain/core/errors';

const KEY = 'settings:1';

/** The rep's or admin's own values on this device; policy stands over them. */
export async function readOwnSettings(): Promise<Readonly<Record<string, unknown>>> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
}

/** Throws DialerError `storage-failed` when Chrome cannot write. */
export async function writeOwnSettings(own: Readonly<Record<string, unknown>>): Promise<void> {
  try {
    await browser.storage.local.set({ [KEY]: own });
  } catch (error) {
    throw new DialerError('storage-failed', error instanceof Error ? error.message : String(error));
  }
}
