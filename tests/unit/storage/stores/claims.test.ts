import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { withoutCompleting, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import { retryNow, revive } from '@/lib/domain/outbox/rep-decision';
import { claim } from '@/lib/domain/outbox/settle';
import { asId, type EntryId, type UserGuid } from '@/lib/domain/core/ids';
import { aCallId, anEndedCall, anEntry, aPersonId, aReceipt } from '@/tests/support/builders/builders';
import { openStores } from '@/tests/support/builders/stored';

const other = { userGuid: asId<UserGuid>('another-rep'), tenantId: '3' };

/** An outbox on disk, and what is claimed from it one after the other. */
async function setUp(...entries: readonly { readonly id: string; readonly change: Partial<OutboxEntry> }[]) {
  const { records, callAndOutbox, outbox } = openStores();
  for (const { id, change } of entries) {
    const callId = aCallId(id);
    await records.open(anEndedCall({ callId }));
    const entry = anEntry({ entryId: asId<EntryId>(id), callId, dedupeKey: `call:${id}`, nextTryAt: 0, ...change });
    await callAndOutbox.closeAndAdd(
      callId,
      { disposition: '', sentiment: '', notes: '' },
      entry,
      withoutCompleting(entry),
    );
  }
  const next = async (mayGo: (entry: OutboxEntry) => boolean = () => true): Promise<string | undefined> =>
    (await outbox.claimNext({ isDue: ({ nextTryAt }) => nextTryAt <= 1_000, mayGo, claim }))?.entryId;
  return { outbox, next };
}

describe('claiming', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });

  it('gives each log to one lane only', async () => {
    const { next } = await setUp(
      { id: 'one', change: { personId: aPersonId('1') } },
      { id: 'two', change: { personId: aPersonId('2') } },
    );
    expect((await Promise.all([next(), next(), next()])).sort()).toEqual(['one', 'two', undefined]);
  });

  it('keeps one person’s logs in order: the later waits until the earlier is settled', async () => {
    const { outbox, next } = await setUp(
      { id: 'earlier', change: { createdAt: 1, nextTryAt: 5 } },
      { id: 'later', change: { createdAt: 2, nextTryAt: 4 } },
    );
    expect([await next(), await next()]).toEqual(['earlier', undefined]);
    await outbox.change(asId<EntryId>('earlier'), (entry) => ({ ...entry, state: 'delivered', receipt: aReceipt() }));
    expect(await next()).toBe('later');
  });

  it('lets no log of another rep hold back ours for the same person', async () => {
    const { outbox, next } = await setUp(
      { id: 'theirs', change: { createdAt: 1, owner: other } },
      { id: 'ours', change: { createdAt: 2 } },
    );
    const isOurs = ({ owner }: OutboxEntry): boolean => owner.userGuid !== other.userGuid;
    expect(await outbox.nextDueAt(isOurs)).toBe(0);
    expect([await next(isOurs), await next(isOurs)]).toEqual(['ours', undefined]);
  });
});

describe('changing what needs the rep', () => {
  it('reaches every log, however many stay as they are', async () => {
    globalThis.indexedDB = new IDBFactory();
    const dead = Array.from({ length: 450 }, (_unused, index) => ({
      id: `dead-${index}`,
      change: { state: 'dead' as const, createdAt: Math.floor(index / 3), isRevivable: index % 100 === 99 },
    }));
    const { outbox } = await setUp(...dead);
    expect(await outbox.changeDead((entry) => revive(entry, 9))).toBe(4);
    expect(await outbox.counts()).toEqual({ unsent: 450, needsAttention: 446 });
    expect(await outbox.changeDead((entry) => retryNow(entry, 9))).toBe(446);
    expect(await outbox.counts()).toEqual({ unsent: 450, needsAttention: 0 });
  });
});
