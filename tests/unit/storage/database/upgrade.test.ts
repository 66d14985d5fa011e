import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_DRAFT } from '@/lib/domain/call/wrap-up-record';
import { asId, type CallId, type EntryId } from '@/lib/domain/core/ids';
import { claim } from '@/lib/domain/outbox/settle';
import { aReceipt } from '@/tests/support/builders/builders';
import { openStores } from '@/tests/support/builders/stored';
import versionOne from '@/tests/fixtures/database-v1.json';

type Dump = {
  readonly version: number;
  readonly schema: readonly { store: string; indexes: readonly { name: string; keyPath: string; unique: boolean }[] }[];
};
const dump: Dump & Record<string, unknown> = versionOne;
const rowsOf = (store: string) => dump[store] as { key: string; value: unknown }[];

/** The database as version 1 of the program left it, with `change` made to its rows. */
async function loadVersionOne(
  change: (store: string, key: string, value: unknown) => unknown = (_store, _key, value) => value,
) {
  const database = await openDB('loftline', dump.version, {
    upgrade(fresh) {
      for (const { store, indexes } of dump.schema) {
        const made = fresh.createObjectStore(store);
        for (const { name, keyPath, unique } of indexes) made.createIndex(name, keyPath, { unique });
      }
    },
  });
  for (const { store } of dump.schema) {
    for (const { key, value } of rowsOf(store)) await database.put(store, change(store, key, value), key);
  }
  database.close();
}

async function rawRows(store: string): Promise<readonly unknown[]> {
  const database = await openDB('loftline');
  const rows: unknown[] = await database.getAll(store);
  database.close();
  return rows;
}

describe('a database written by version 1', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });

  it('keeps every call and every log, as they were', async () => {
    await loadVersionOne();
    const { outbox, records: calls } = openStores();
    expect(await outbox.counts()).toEqual({ unsent: 6, needsAttention: 1 });
    for (const { key, value } of rowsOf('outbox')) {
      expect(await outbox.read(asId<EntryId>(key))).toEqual((value as { entry: unknown }).entry);
    }
    for (const { key, value } of rowsOf('calls')) {
      expect(await calls.read(asId(key))).toEqual((value as { record: unknown }).record);
    }
    expect((await calls.listOpen()).map((record) => record.call.callId)).toEqual(['0190-call-live', '0190-call-open']);
    expect(await rawRows('setAside')).toEqual([]);
  });

  it('can be read in pages', async () => {
    await loadVersionOne();
    const { pages } = openStores();
    expect(await pages.list('waiting', {}, 10)).toHaveLength(5);
    expect((await pages.list('needsAttention', {}, 10)).map((entry) => entry.entryId)).toEqual(['entry-dead']);
    expect(await pages.list('delivered', {}, 10)).toHaveLength(await pages.countDelivered(0, 10));
  });

  it('delivers what was waiting in it', async () => {
    await loadVersionOne();
    const { outbox } = openStores();
    const rules = { isDue: () => true, mayGo: () => true, claim };
    const sent: string[] = [];
    for (let entry = await outbox.claimNext(rules); entry; entry = await outbox.claimNext(rules)) {
      sent.push(entry.entryId);
      await outbox.change(entry.entryId, (claimed) => ({ ...claimed, state: 'delivered', receipt: aReceipt() }));
    }
    expect(sent.sort()).toEqual(['entry-held', 'entry-retry', 'entry-unknown', 'entry-waiting']);
    expect((await outbox.listSending()).map((entry) => entry.entryId)).toEqual(['entry-sending']);
    expect(await outbox.counts()).toEqual({ unsent: 2, needsAttention: 1 });
  });

  it('fills in what older rows lack', async () => {
    await loadVersionOne((store, _key, value) => {
      if (store !== 'outbox') return value;
      const { entry, ...row } = value as { entry: Record<string, unknown> };
      const { isRevivable: _notYet, ...older } = entry;
      return { ...row, entry: older };
    });
    const { outbox } = openStores();
    expect(await outbox.read(asId('entry-waiting'))).toMatchObject({ state: 'pending', isRevivable: false });
    expect(await outbox.counts()).toEqual({ unsent: 6, needsAttention: 1 });
  });

  it('keeps CRM fields beside rows that were stored before there were any', async () => {
    await loadVersionOne();
    const { outbox, records: calls } = openStores();
    const callId = asId<CallId>('0190-call-open');
    expect((await calls.read(callId))?.wrapUp.draft.crmFields).toBeUndefined();
    const { draft } = (await calls.read(callId))?.wrapUp ?? { draft: EMPTY_DRAFT };
    await calls.saveDraft(callId, { ...draft, crmFields: { Call_Purpose__c: 'renewal' } }, 5);
    const log = { crmFields: { Call_Purpose__c: 'renewal' } };
    await outbox.change(asId('entry-dead'), (entry) => ({ ...entry, log: { ...entry.log, ...log } }));
    const reopened = openStores();
    expect((await reopened.records.read(callId))?.wrapUp.draft.crmFields).toEqual({ Call_Purpose__c: 'renewal' });
    expect((await reopened.outbox.read(asId('entry-dead')))?.log).toMatchObject(log);
    expect(await rawRows('setAside')).toEqual([]);
  });

  it('sets aside a row that cannot be read, whole, and goes on with the others', async () => {
    const broken = new Map<string, unknown>([
      ['entry-waiting', { nonsense: true }],
      ['entry-dead', { entry: { entryId: 'entry-dead' }, createdAt: 5, callId: 'c' }],
      ['0190-call-open', { record: { call: null }, openSince: 1, placedAt: 1 }],
    ]);
    await loadVersionOne((_store, key, value) => broken.get(key) ?? value);
    const { outbox, records: calls } = openStores();
    expect(await outbox.counts()).toEqual({ unsent: 4, needsAttention: 0 });
    expect((await calls.listOpen()).map((record) => record.call.callId)).toEqual(['0190-call-live']);
    expect(await rawRows('setAside')).toEqual([
      { store: 'calls', key: '0190-call-open', raw: broken.get('0190-call-open') },
      { store: 'outbox', key: 'entry-dead', raw: broken.get('entry-dead') },
      { store: 'outbox', key: 'entry-waiting', raw: broken.get('entry-waiting') },
    ]);
  });
});

describe('a database written by a later version', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });

  it('is read and written as it is after a roll-back, and keeps what it does not know', async () => {
    await loadVersionOne();
    await openStores().outbox.counts();
    const later = await openDB('loftline', 3, { upgrade: (database) => void database.createObjectStore('journal') });
    const [row] = (await later.getAll('outbox')) as { entry: Record<string, unknown> }[];
    await later.put(
      'outbox',
      { ...row, entry: { ...row?.entry, entryId: 'entry-dead', fromLater: 'kept' } },
      'entry-dead',
    );
    later.close();

    const { outbox } = openStores();
    const changed = await outbox.change(asId('entry-dead'), (entry) => ({ ...entry, attempts: 5 }));
    expect(changed?.after).toMatchObject({ attempts: 5, fromLater: 'kept' });
  });

  it('is refused when it lacks what this version needs', async () => {
    (await openDB('loftline', 9)).close();
    const { rows, outbox } = openStores();
    await expect(outbox.nextDueAt(() => true)).rejects.toMatchObject({ code: 'storage-newer' });
    expect(rows.state().trouble).toBe('newer-version');
  });
});

describe('an older page that stands in the way', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });

  it('is told of, nobody hangs, and everything goes on when it is closed', async () => {
    await loadVersionOne();
    const older = await openDB('loftline', 1);
    const told: boolean[] = [];
    const { rows, outbox } = openStores({ onBlocked: (isBlocked) => told.push(isBlocked) });
    await expect(outbox.nextDueAt(() => true)).rejects.toMatchObject({ code: 'storage-blocked' });
    expect(rows.state().trouble).toBe('other-page');
    older.close();
    await expect.poll(() => told).toEqual([true, false]);
    expect(await rows.save()).toBe(true);
    expect(await outbox.counts()).toEqual({ unsent: 6, needsAttention: 1 });
    expect(rows.state().trouble).toBe('none');
  });

  it('gives way by itself when it is this program', async () => {
    await loadVersionOne();
    const current = openStores().outbox;
    await current.counts();
    const later = await openDB('loftline', 3, { blocked: () => expect.unreachable('the older page held on') });
    later.close();
    expect(await current.counts()).toEqual({ unsent: 6, needsAttention: 1 });
  });
});
