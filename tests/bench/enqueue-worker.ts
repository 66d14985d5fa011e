import { asId, type CallId, type EntryId } from '@/lib/domain/core/ids';
import { withoutCompleting } from '@/lib/domain/outbox/outbox';
import { aCall, anEntry } from '@/tests/support/builders/builders';
import { openStores } from '@/tests/support/builders/stored';

/** A worker with the extension's own stores and nothing else; and beside them one bare store. Built by the bench. */
const stores = openStores();
const bare = new Promise<IDBDatabase>((resolve, reject) => {
  const opening = indexedDB.open('bare', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
  opening.onsuccess = () => resolve(opening.result);
  opening.onerror = () => reject(opening.error ?? new Error('It did not open.'));
});

const numbers = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_none, index) => from + index);
const idOf = (number: number): CallId => asId<CallId>(`call-${String(number).padStart(6, '0')}`);
const entryOf = (number: number) => ({
  ...anEntry(),
  entryId: asId<EntryId>(`entry-${String(number).padStart(6, '0')}`),
  callId: idOf(number),
  dedupeKey: `action:${number}`,
});

/** ms for so many logs, each in its own strict transaction that closes its call as well. */
async function enqueue(from: number, count: number): Promise<number> {
  // The calls are there when they are wrapped up: that is not what is measured.
  for (const number of numbers(from, count)) await stores.records.open(aCall({ callId: idOf(number) }));
  const began = performance.now();
  for (const number of numbers(from, count)) {
    const entry = entryOf(number);
    const draft = { disposition: 'Connected', sentiment: '', notes: 'Spoke about the renewal.' };
    await stores.callAndOutbox.closeAndAdd(entry.callId, draft, entry, withoutCompleting(entry));
  }
  return performance.now() - began;
}

async function putBare(from: number, count: number): Promise<number> {
  const database = await bare;
  const began = performance.now();
  for (const number of numbers(from, count)) {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').put(entryOf(number), number);
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
  }
  return performance.now() - began;
}

chrome.runtime.onMessage.addListener((message, _sender, respond) => {
  const { what, from, count } = message as {
    readonly what: 'enqueue' | 'bare';
    readonly from: number;
    readonly count: number;
  };
  void (what === 'enqueue' ? enqueue(from, count) : putBare(from, count)).then(respond, (error: unknown) =>
    respond(String(error)),
  );
  return true;
});
