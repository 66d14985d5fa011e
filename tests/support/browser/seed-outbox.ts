import type { Page } from 'puppeteer';
import { asId, type EntryId, type PersonId } from '@/lib/domain/core/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import { toEntryRow } from '@/lib/storage/database/outbox-rows';
import { anEntry } from '../builders/builders.ts';

/** Logs that wait for an hour from now, each of another moment and, three at a time, of one person. */
export function waitingEntries(count: number, now: number): readonly OutboxEntry[] {
  return Array.from({ length: count }, (_none, index) => {
    const entry = anEntry();
    return {
      ...entry,
      entryId: asId<EntryId>(`seed-${String(index).padStart(6, '0')}`),
      dedupeKey: `call:seed-${index}`,
      personId: asId<PersonId>(String(700_000 + Math.floor(index / 3))),
      personName: `Seed Person-${index}`,
      calledAt: now - (count - index) * 1_000,
      createdAt: now - (count - index) * 1_000,
      nextTryAt: now + 3_600_000,
      setAt: now,
      attempts: 1,
    };
  });
}

/** Straight into the database, with the counters that a program's own write would have kept. */
export async function seedOutbox(page: Page, entries: readonly OutboxEntry[]): Promise<void> {
  const rows = entries.map((entry) => [entry.entryId, toEntryRow(entry)] as const);
  for (let from = 0; from < rows.length; from += 1_000) {
    await page.evaluate(
      async (some) => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open('loftline');
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error ?? new Error('closed'));
        });
        const transaction = database.transaction(['outbox', 'meta'], 'readwrite');
        for (const [key, row] of some) transaction.objectStore('outbox').put(row, key);
        const meta = transaction.objectStore('meta');
        const counting = meta.get('outbox-counts');
        counting.onsuccess = () => {
          const { unsent = 0, needsAttention = 0 } = (counting.result ?? {}) as {
            unsent?: number;
            needsAttention?: number;
          };
          meta.put({ unsent: unsent + some.length, needsAttention }, 'outbox-counts');
        };
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
        });
        database.close();
      },
      rows.slice(from, from + 1_000),
    );
  }
}

/** Every log's latest attempt that much longer ago, as though the rep had waited. */
export async function ageAttempts(page: Page, byMs: number): Promise<void> {
  await page.evaluate(async (ms) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('loftline');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('closed'));
    });
    const transaction = database.transaction('outbox', 'readwrite');
    const walking = transaction.objectStore('outbox').openCursor();
    walking.onsuccess = () => {
      const cursor = walking.result;
      if (!cursor) return;
      const row = cursor.value as { entry: { attemptStartedAt: number; attemptStartedThere: number } };
      row.entry.attemptStartedAt -= ms;
      row.entry.attemptStartedThere -= ms;
      cursor.update(row);
      cursor.continue();
    };
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
    database.close();
  }, byMs);
}
