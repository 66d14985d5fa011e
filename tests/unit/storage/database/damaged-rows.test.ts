import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { withoutCompleting, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import { claim } from '@/lib/domain/outbox/settle';
import { createDamagedRows } from '@/lib/storage/database/damaged-rows';
import type { EntryRow } from '@/lib/storage/database/schema';
import { anEndedCall, anEntry } from '@/tests/support/builders/builders';
import { openStores } from '@/tests/support/builders/stored';

const DRAFT = { disposition: 'Connected', sentiment: '', notes: '' };
const RULES = { isDue: () => true, mayGo: () => true, claim };
const named = (name: string): OutboxEntry =>
  anEntry({
    createdAt: name === 'first' ? 1_000 : 2_000,
    nextTryAt: name === 'first' ? 1_000 : 2_000,
    entryId: name as OutboxEntry['entryId'],
    callId: name as OutboxEntry['callId'],
    dedupeKey: `call:${name}`,
  });

/** Two logs of one person and a call, with `damage` done to the first log's row. */
async function setUp(damage: (row: EntryRow) => unknown) {
  const onDamage = vi.fn();
  const stores = openStores({ onDamage });
  await stores.records.open(anEndedCall());
  for (const name of ['first', 'second']) {
    const entry = named(name);
    await stores.callAndOutbox.closeAndAdd(entry.callId, DRAFT, entry, withoutCompleting(entry));
  }
  await stores.database.use(async (connection) => {
    const row = await connection.get('outbox', 'first');
    if (row) await connection.put('outbox', damage(row) as EntryRow, 'first');
  });
  return { ...stores, onDamage, damaged: createDamagedRows(stores.database) };
}

describe('a row that cannot be read', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });

  it.each([
    ['of an unknown state', (row: EntryRow) => ({ ...row, entry: { ...row.entry, state: 'teleported' } })],
    ['with a field missing', ({ entry: { log: _log, ...entry }, ...row }: EntryRow) => ({ ...row, entry })],
    ['with a number that is none', (row: EntryRow) => ({ ...row, entry: { ...row.entry, attempts: 'two' } })],
    [
      'that completes nothing known',
      (row: EntryRow) => ({
        ...row,
        entry: { ...row.entry, log: { ...row.entry.log, completes: { kind: 'action' } } },
      }),
    ],
  ])('%s: the others go on, it is told of, set aside whole, and counted no more', async (_what, damage) => {
    const { outbox, pages, onDamage, damaged } = await setUp(damage);
    expect((await pages.list('waiting', {}, 10)).map((entry) => entry.entryId)).toEqual(['second']);
    await outbox.claimNext(RULES);
    expect(onDamage).toHaveBeenCalled();
    await damaged.setAside();
    expect(await outbox.counts()).toEqual({ unsent: 1, needsAttention: 0 });
    expect(await outbox.claimNext(RULES)).toMatchObject({ entryId: 'second' });
    const [row] = await damaged.list();
    expect(row).toMatchObject({ store: 'outbox', key: 'first' });
    expect(row?.raw).toEqual(damage(toRow()));
    expect(await damaged.count()).toBe(1);
  });

  it('is found though no index leads to it', async () => {
    const { outbox, onDamage, damaged } = await setUp(() => ({ nonsense: true }));
    expect(await outbox.claimNext(RULES)).toMatchObject({ entryId: 'second' });
    expect(onDamage).not.toHaveBeenCalled();
    expect(await damaged.look()).toBe(true);
    expect(await damaged.list()).toEqual([{ store: 'outbox', key: 'first', raw: { nonsense: true } }]);
    expect(await damaged.look()).toBe(false);
  });

  /** As `setUp` has stored it. */
  function toRow(): EntryRow {
    const entry = named('first');
    return {
      entry,
      createdAt: entry.createdAt,
      callId: entry.callId,
      dedupeKey: entry.dedupeKey,
      nextTryAt: entry.nextTryAt,
      inFlightOf: [entry.personId, entry.createdAt],
      unsentSince: entry.createdAt,
    };
  }
});
