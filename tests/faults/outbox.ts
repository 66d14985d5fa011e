import type { Page } from 'puppeteer';
import { until } from '../support/browser/until.ts';
import { askUntilAnswered } from './ask.ts';

/** An entry of the outbox as it stands on disk. */
export type StoredEntry = {
  readonly entryId: string;
  readonly callId: string;
  readonly state: 'pending' | 'sending' | 'delivered' | 'dead' | 'discarded';
  readonly attempts: number;
  readonly nextTryAt: number;
  readonly reason?: { readonly code: string; readonly field: string; readonly words: string };
  readonly receipt?: { readonly loggedCallId: string; readonly foundByReading: boolean };
};

/** Reads the database itself, from a page: that wakes no worker, and believes no snapshot. */
export function readEntries(page: Page): Promise<readonly StoredEntry[]> {
  return page.evaluate(async () => {
    const answerOf = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const opening = indexedDB.open('loftline');
    // Not there, because Chrome has just emptied it: making it is the worker's, not ours.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    const database = await answerOf(opening);
    try {
      const rows = await answerOf(database.transaction('outbox').objectStore('outbox').getAll());
      return (rows as { entry: StoredEntry }[]).map(({ entry }) => entry);
    } finally {
      database.close();
    }
  });
}

export async function readEntry(page: Page, callId: string): Promise<StoredEntry | undefined> {
  return (await readEntries(page)).find((entry) => entry.callId === callId && entry.state !== 'discarded');
}

/** Waits until every entry is delivered or needs the rep; which ones need the rep. */
export async function waitUntilSettled(page: Page, patienceMs = 60_000): Promise<readonly StoredEntry[]> {
  let entries: readonly StoredEntry[] = [];
  await until(
    'every log is delivered, or needs the rep',
    async () => {
      entries = await readEntries(page);
      return entries.every(({ state }) => state !== 'pending' && state !== 'sending');
    },
    patienceMs,
  );
  return entries.filter(({ state }) => state === 'dead');
}

/** What a rep does who sees logs wait, and has no reason to wait himself: "Retry now" on each. */
export async function retryAllNow(page: Page): Promise<number> {
  const waiting = (await readEntries(page)).filter(({ state }) => state === 'pending' || state === 'dead');
  for (const { entryId } of waiting) await askUntilAnswered(page, 'outbox.retry', { entryId });
  return waiting.length;
}
