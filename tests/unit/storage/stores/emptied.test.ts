import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { toOutboxRow } from '@/lib/domain/outbox/outbox-row';
import { withoutCompleting, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import { createEmptied } from '@/lib/storage/stores/emptied';
import { createSnapshotPublisher } from '@/lib/storage/snapshots/publish-snapshots';
import { createUnsaved } from '@/lib/storage/rows/unsaved';
import { anEndedCall, anEntry } from '@/tests/support/builders/builders';
import { createMemoryCopy, openStores } from '@/tests/support/builders/stored';

const DRAFT = { disposition: 'Connected', sentiment: '', notes: 'Spoke.' };
const SHOWN = { now: 0, isSignedIn: true, signedInAs: anEntry().owner, retries: 5 };

/** A worker's stores that look after an emptied database, as the worker's own do. */
function open() {
  const unsaved = createUnsaved(createMemoryCopy());
  const told: string[] = [];
  const emptied = createEmptied({ unsaved, now: () => 7, onEmptied: () => told.push('emptied') });
  return { ...openStores({ onMade: emptied.onMade, unsaved }), emptied, told };
}

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

it('says nothing at the very first start', async () => {
  const { outbox, emptied, told } = open();
  await outbox.counts();
  expect(told).toEqual([]);
  expect(await emptied.read()).toBeUndefined();
});

it('puts back what the worker knows: the call in hand with its draft, and the logs as they were', async () => {
  const stores = open();
  await stores.records.open(anEndedCall());
  await stores.records.saveDraft(anEndedCall().callId, DRAFT, 3);
  const waiting = anEntry({ callId: 'other' as OutboxEntry['callId'], attempts: 2, unknownSince: 9 });
  await stores.callAndOutbox.closeAndAdd(waiting.callId, DRAFT, waiting, withoutCompleting(waiting));

  globalThis.indexedDB = new IDBFactory();
  await stores.database.use((connection) => Promise.resolve(connection.close()));
  expect(await stores.outbox.counts()).toEqual({ unsent: 1, needsAttention: 0 });
  expect(await stores.outbox.read(waiting.entryId)).toEqual(waiting);
  expect((await stores.records.listOpen()).map((record) => record.wrapUp.draft)).toEqual([DRAFT]);
  expect(stores.told).toEqual(['emptied']);
  expect(await stores.emptied.read()).toEqual({ at: 7, putBackLogs: 1, lost: [], lostLogs: 0 });
});

it('after the worker’s death tells what is lost, with what had been shown of it', async () => {
  await open().outbox.counts();
  const rows = [anEntry({ personName: 'Lost Lea' }), anEntry({ state: 'delivered' })].map((entry) =>
    toOutboxRow(entry, SHOWN),
  );
  await createSnapshotPublisher(() => 1)('outbox', {
    unsent: 3,
    needsAttention: 0,
    deliveredToday: 1,
    waitUntil: 0,
    entries: rows,
  });

  globalThis.indexedDB = new IDBFactory();
  const restarted = open();
  expect(await restarted.outbox.counts()).toEqual({ unsent: 0, needsAttention: 0 });
  const found = await restarted.emptied.read();
  expect(found).toMatchObject({ putBackLogs: 0, lostLogs: 3 });
  expect(found?.lost.map((row) => row.personName)).toEqual(['Lost Lea']);
  await restarted.emptied.close();
  expect(await restarted.emptied.read()).toBeUndefined();
});

it('knows it over a restart of the browser too', async () => {
  await open().outbox.counts();
  await browser.storage.session.clear();
  globalThis.indexedDB = new IDBFactory();
  const restarted = open();
  await restarted.outbox.counts();
  expect(await restarted.emptied.read()).toMatchObject({ lostLogs: 0 });
});
