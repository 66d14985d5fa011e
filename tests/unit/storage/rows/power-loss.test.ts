import 'fake-indexeddb/auto';
import { IDBDatabase, IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withoutCompleting } from '@/lib/domain/outbox/outbox';
import { beginAttempt, claim, settle } from '@/lib/domain/outbox/settle';
import { anEndedCall, anEntry, aReceipt } from '@/tests/support/builders/builders';
import { openStores } from '@/tests/support/builders/stored';

type Rows = ReadonlyMap<string, ReadonlyMap<IDBValidKey, unknown>>;

const DRAFT = { disposition: 'Connected', sentiment: '', notes: 'Spoke.' };
const ENTRY = anEntry();

/**
 * A disk that keeps a relaxed commit in its cache: it is on the disk only once a strict one has followed. When the power
 * goes, what is in the cache is forgotten.
 */
function forgetfulDisk() {
  globalThis.indexedDB = new IDBFactory();
  let onDisk: Rows = new Map();
  let strict = 0;
  const target = IDBDatabase.prototype as unknown as { transaction: (...input: unknown[]) => IDBTransaction };
  const original = target.transaction;
  const dump = async (): Promise<Rows> => {
    const database = await openDB('loftline');
    const rows = new Map<string, Map<IDBValidKey, unknown>>();
    for (const name of database.objectStoreNames) {
      const [keys, values] = [await database.getAllKeys(name), (await database.getAll(name)) as unknown[]];
      void rows.set(name, new Map(keys.map((key, place) => [key, values[place]])));
    }
    database.close();
    return rows;
  };
  const seen: Promise<void>[] = [];
  target.transaction = function (this: unknown, ...input) {
    const transaction = original.apply(this, input);
    const isStrict = (input[2] as { durability?: string } | undefined)?.durability === 'strict';
    if (input[1] === 'readwrite' && isStrict) {
      strict += 1;
      seen.push(new Promise((resolve) => transaction.addEventListener('complete', () => resolve())));
    }
    return transaction;
  };
  return {
    strict: () => strict,
    /** Everything strictly committed so far is on the disk. */
    settle: async (): Promise<void> => {
      const committed = seen.length;
      await Promise.all(seen);
      if (committed > 0) onDisk = await dump();
      seen.length = 0;
    },
    losePower: async (): Promise<void> => {
      globalThis.indexedDB = new IDBFactory();
      await openStores().outbox.counts();
      const database = await openDB('loftline');
      for (const [name, rows] of onDisk) for (const [key, value] of rows) await database.put(name, value, key);
      database.close();
    },
    remove: (): void => {
      target.transaction = original;
    },
  };
}

describe('the power goes right after', () => {
  let disk: ReturnType<typeof forgetfulDisk>;
  let stores: ReturnType<typeof openStores>;
  beforeEach(async () => {
    disk = forgetfulDisk();
    stores = openStores();
    await stores.outbox.counts();
  });
  afterEach(() => disk.remove());

  const submit = (): Promise<unknown> =>
    stores.callAndOutbox.closeAndAdd(ENTRY.callId, DRAFT, ENTRY, withoutCompleting(ENTRY));
  const claimIt = (): Promise<unknown> => stores.outbox.claimNext({ isDue: () => true, mayGo: () => true, claim });
  const begin = (): Promise<unknown> => stores.outbox.change(ENTRY.entryId, (entry) => beginAttempt(entry, 1, 1));
  const receive = (): Promise<unknown> =>
    stores.outbox.change(ENTRY.entryId, (entry) =>
      settle(entry, { kind: 'delivered', receipt: aReceipt() }, { now: 1, salesloftNow: 1, random: 0, retries: 5 }),
    );
  /** Does all of it, each commit as strict as the store makes it, and the power goes after the last. */
  const then = async (...acts: (() => Promise<unknown>)[]): Promise<ReturnType<typeof openStores>> => {
    for (const act of acts) {
      const before = disk.strict();
      await act();
      if (disk.strict() > before) await disk.settle();
    }
    await disk.losePower();
    return openStores();
  };
  const open = (): Promise<unknown> => stores.records.open(anEndedCall());

  it('a relaxed commit: it is forgotten, or this test would prove nothing', async () => {
    const later = await then(() => stores.database.use((connection) => connection.put('meta', 1, 'relaxed')));
    expect(await later.database.use((connection) => connection.get('meta', 'relaxed'))).toBeUndefined();
  });

  it('the intent to call: the call is there', async () => {
    const later = await then(open);
    expect(await later.records.read(ENTRY.callId)).toMatchObject({ call: { state: 'ended' } });
  });

  it('the submitted log: log and call are there', async () => {
    const later = await then(open, submit);
    expect(await later.outbox.read(ENTRY.entryId)).toMatchObject({ state: 'pending' });
    expect(await later.records.read(ENTRY.callId)).toMatchObject({ wrapUp: { state: 'submitted' } });
  });

  it('the claim and the attempt: both are there', async () => {
    const later = await then(open, submit, claimIt, begin);
    expect(await later.outbox.read(ENTRY.entryId)).toMatchObject({ state: 'sending', claimToken: 1, attempts: 1 });
  });

  it('the receipt: it is there', async () => {
    const later = await then(open, submit, claimIt, begin, receive);
    expect(await later.outbox.read(ENTRY.entryId)).toMatchObject({ state: 'delivered', receipt: aReceipt() });
    expect(await later.outbox.counts()).toEqual({ unsent: 0, needsAttention: 0 });
  });
});
