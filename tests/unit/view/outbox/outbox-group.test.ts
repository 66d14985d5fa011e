import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { asId, type EntryId } from '@/lib/domain/core/ids';
import { byPlace, isWithin } from '@/lib/domain/outbox/outbox-place';
import { NO_FILTER, rowPlace, type OutboxFilter, type OutboxRow } from '@/lib/domain/outbox/outbox-row';
import type { sendToWorker } from '@/lib/messaging/client';
import type { OutboxListInput } from '@/lib/domain/outbox/outbox-view';
import type { OutboxView } from '@/lib/domain/outbox/outbox-view';
import type { Published } from '@/lib/storage/snapshots/snapshots';
import { createNotices } from '@/lib/view/core/notices';
import { createOutboxGroup } from '@/lib/view/outbox/outbox-group';
import { anOutboxRow } from '../../../support/builders/view';

const PAGE = 100;
const HEAD = 40;

const row = (index: number, change: Partial<OutboxRow> = {}): OutboxRow =>
  anOutboxRow({ entryId: asId<EntryId>(`entry-${String(index).padStart(5, '0')}`), createdAt: index, ...change });

/** A worker with so many logs waiting, and what it would publish of them. */
function setUp(count: number) {
  let stored = Array.from({ length: count }, (_none, index) => row(index));
  let asOf = 1;
  const newest = (): OutboxRow[] => [...stored].sort((one, other) => byPlace(rowPlace(one), rowPlace(other)));
  const snapshot = (): Published<OutboxView> => ({
    unsent: stored.length,
    needsAttention: 0,
    deliveredToday: 0,
    waitUntil: 0,
    entries: newest().slice(0, HEAD),
    asOf,
  });
  const outbox = signal<Published<OutboxView> | undefined>(snapshot());
  const filter = signal<OutboxFilter>(NO_FILTER);
  const asked: OutboxListInput[] = [];
  const send = ((_type: string, input: OutboxListInput) => {
    asked.push(input);
    const found = newest().filter(
      (one) => isWithin(rowPlace(one), input.span) && one.personName.includes(input.filter.words),
    );
    const rows = input.span.until ? found : found.slice(0, PAGE);
    const last = rows.at(-1);
    return Promise.resolve({ rows, end: rows.length < found.length && last ? rowPlace(last) : null });
  }) as unknown as typeof sendToWorker;
  return {
    asked,
    filter,
    group: createOutboxGroup('waiting', { send, outbox, filter, notices: createNotices() }),
    change: (next: (rows: OutboxRow[]) => OutboxRow[]): void => {
      stored = next(stored);
      asOf += 1;
      outbox.value = snapshot();
    },
    ids: () => newest().map((one) => one.entryId),
  };
}

const idsOf = (rows: readonly OutboxRow[]) => rows.map((one) => one.entryId);
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function scrollTo(group: ReturnType<typeof setUp>['group'], isThere: () => boolean): Promise<void> {
  for (let round = 0; round < 300 && !isThere(); round += 1) {
    const last = group.rows.value.length - 1;
    group.look(Math.max(0, last - 10), last);
    await settled();
  }
}

describe('a group of the outbox', () => {
  it('asks for nothing while the snapshot holds all of it', async () => {
    const { group, asked } = setUp(12);
    group.look(0, 11);
    await settled();
    expect([asked.length, group.rows.value.length, group.total.value, group.isWhole.value]).toEqual([0, 12, 12, true]);
  });

  it('reaches the last of ten thousand, each once and in order', async () => {
    const { group, ids } = setUp(10_000);
    expect(group.total.value).toBe(10_000);
    await scrollTo(group, () => group.isWhole.value);
    expect(idsOf(group.rows.value)).toEqual(ids());
  });

  it('reads ahead, not all at once', async () => {
    const { group, asked } = setUp(10_000);
    group.look(0, 5);
    group.look(0, 6);
    await settled();
    group.look(0, 7);
    await settled();
    expect(asked).toHaveLength(1);
  });

  it('keeps what is in sight as it is by now, when logs leave and new ones come', async () => {
    const { group, change, ids } = setUp(1_000);
    await scrollTo(group, () => group.isWhole.value);
    change((rows) => [...rows.filter(({ createdAt }) => createdAt % 3 !== 0), row(1_000), row(1_001)]);
    for (let round = 0; round < 30; round += 1) {
      group.look(0, group.rows.value.length);
      await settled();
    }
    expect(idsOf(group.rows.value)).toEqual(ids());
  });

  it('loses none between the snapshot’s head and the first page, when many new ones push it down', async () => {
    const { group, change, ids } = setUp(300);
    group.look(0, 39);
    await settled();
    change((rows) => [...rows, ...Array.from({ length: 100 }, (_none, index) => row(1_000 + index))]);
    await scrollTo(group, () => group.isWhole.value);
    group.look(0, group.rows.value.length);
    await settled();
    expect(idsOf(group.rows.value)).toEqual(ids());
  });

  it('asks the worker for what fits a filter, and shows nothing of an older one', async () => {
    const { group, filter, change } = setUp(500);
    change((rows) => rows.map((one) => (one.createdAt === 7 ? { ...one, personName: 'Zoë' } : one)));
    filter.value = { words: 'Zoë', state: 'any' };
    expect(group.rows.value).toEqual([]);
    group.look(0, 0);
    filter.value = { words: 'nobody', state: 'any' };
    await settled();
    expect([group.rows.value.length, group.isWhole.value]).toEqual([0, false]);
    filter.value = { words: 'Zoë', state: 'any' };
    group.look(0, 0);
    await settled();
    expect([idsOf(group.rows.value), group.total.value, group.isWhole.value]).toEqual([['entry-00007'], 1, true]);
    filter.value = NO_FILTER;
    expect(group.rows.value).toHaveLength(HEAD);
  });
});
