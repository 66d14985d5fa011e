import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { asId, type EntryId, type PersonId } from '@/lib/domain/core/ids';
import { isDue, withoutCompleting, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import { discard, edit, retryNow, revive, undo } from '@/lib/domain/outbox/rep-decision';
import { beginAttempt, claim, releaseStale, settle } from '@/lib/domain/outbox/settle';
import { aCallId, anEntry, aReceipt } from '@/tests/support/builders/builders';
import { openStores } from '@/tests/support/builders/stored';

type Stores = ReturnType<typeof openStores>;

const DRAFT = { disposition: 'Connected', sentiment: '', notes: '' };
const CONTEXT = { now: 5_000, salesloftNow: 5_000, random: 0.5, retries: 5 };
const REASON = { code: 'refused', field: '', words: '' } as const;
const RULES = { isDue: (entry: OutboxEntry) => isDue(entry, 5_000), mayGo: () => true, claim };

const entryOf = (name: string, change: Partial<OutboxEntry> = {}): OutboxEntry =>
  anEntry({
    entryId: asId<EntryId>(name),
    callId: aCallId(name),
    dedupeKey: `call:${name}`,
    nextTryAt: 0,
    setAt: 0,
    ...change,
  });
const add = (stores: Stores, entry: OutboxEntry): Promise<EntryId> =>
  stores.callAndOutbox.closeAndAdd(entry.callId, DRAFT, entry, withoutCompleting(entry));

async function everyEntry(stores: Stores): Promise<readonly OutboxEntry[]> {
  return stores.database.use(async (connection) => (await connection.getAll('outbox')).map((row) => row.entry));
}

/** What may happen to an entry, by whoever. */
const STEPS: Readonly<Record<string, (entry: OutboxEntry) => OutboxEntry>> = {
  begin: (entry) => beginAttempt(entry, 5_000, 5_000),
  deliver: (entry) => settle(entry, { kind: 'delivered', receipt: aReceipt() }, CONTEXT),
  refuse: (entry) => settle(entry, { kind: 'refused', reason: REASON }, CONTEXT),
  unknown: (entry) => settle(entry, { kind: 'unknown', reason: REASON }, CONTEXT),
  release: (entry) => releaseStale(entry, 5_000),
  retry: (entry) => retryNow(entry, 5_000),
  edit: (entry) =>
    edit(entry, { ...DRAFT, to: entry.log.to, personId: entry.personId } as Parameters<typeof edit>[1], 5_000),
  discard: (entry) => discard(entry, 'wrong person'),
  undo: (entry) => undo(entry, 0),
  revive: (entry) => revive(entry, 5_000),
};

const operation = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    call: fc.nat(7),
    action: fc.nat(3),
    person: fc.nat(2),
    at: fc.nat(50),
  }),
  fc.record({ kind: fc.constant('claim' as const) }),
  fc.record({ kind: fc.constant('change' as const), call: fc.nat(7), step: fc.constantFrom(...Object.keys(STEPS)) }),
  fc.record({ kind: fc.constant('dead' as const) }),
  fc.record({ kind: fc.constant('pending' as const) }),
);

describe('the outbox on disk, whatever is done to it in whatever order', () => {
  it('counts what is there, holds each key once, and sends a person’s logs in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 40 }), async (operations) => {
        globalThis.indexedDB = new IDBFactory();
        const stores = openStores();
        for (const one of operations) {
          if (one.kind === 'add') {
            await add(
              stores,
              entryOf(`call-${one.call}`, {
                dedupeKey: `action:${one.action}`,
                personId: asId<PersonId>(`person-${one.person}`),
                createdAt: one.at,
              }),
            );
          }
          if (one.kind === 'change')
            await stores.outbox.change(asId<EntryId>(`call-${one.call}`), STEPS[one.step] ?? ((entry) => entry));
          if (one.kind === 'dead') await stores.outbox.changeDead((entry) => retryNow(entry, 5_000));
          if (one.kind === 'pending') await stores.outbox.changePending((entry) => ({ ...entry, nextTryAt: 0 }));
          if (one.kind === 'claim') {
            const before = await everyEntry(stores);
            const claimed = await stores.outbox.claimNext(RULES);
            const isEarlier = (entry: OutboxEntry): boolean =>
              ['pending', 'sending'].includes(entry.state) &&
              entry.personId === claimed?.personId &&
              entry.createdAt < claimed.createdAt;
            expect(before.filter(isEarlier)).toEqual([]);
          }
          const entries = await everyEntry(stores);
          expect(await stores.outbox.counts()).toEqual({
            unsent: entries.filter(({ state }) => ['pending', 'sending', 'dead'].includes(state)).length,
            needsAttention: entries.filter(({ state }) => state === 'dead').length,
          });
          const held = entries.filter(({ state }) => state !== 'discarded').map((entry) => entry.dedupeKey);
          expect(new Set(held).size).toBe(held.length);
        }
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});

describe('a call logged twice at once', () => {
  it('gives one entry, the same to both', async () => {
    globalThis.indexedDB = new IDBFactory();
    const stores = openStores();
    const ids = await Promise.all(['one', 'two'].map((name) => add(stores, entryOf(name, { callId: aCallId() }))));
    expect(new Set(ids).size).toBe(1);
    expect(await everyEntry(stores)).toHaveLength(1);
  });

  it('gives a discarded log’s key back', async () => {
    globalThis.indexedDB = new IDBFactory();
    const stores = openStores();
    await add(stores, entryOf('one', { dedupeKey: 'action:1' }));
    expect(await stores.outbox.heldKeys(['action:1', 'action:2'])).toEqual(new Set(['action:1']));
    await stores.outbox.change(asId<EntryId>('one'), (entry) => discard(entry, 'no'));
    expect(await stores.outbox.heldKeys(['action:1'])).toEqual(new Set());
    await add(stores, entryOf('two', { dedupeKey: 'action:1' }));
    expect(await stores.outbox.read(asId<EntryId>('two'))).toMatchObject({ dedupeKey: 'action:1' });
  });
});
