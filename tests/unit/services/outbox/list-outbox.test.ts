import { expect, it } from 'vitest';
import { asId, type EntryId } from '@/lib/domain/core/ids';
import { NO_FILTER } from '@/lib/domain/outbox/outbox-row';
import { createListOutbox } from '@/lib/services/outbox/list-outbox';
import { anEntry, theRepAsOwner } from '@/tests/support/builders/builders';
import { createMemoryPages } from '@/tests/support/fakes/memory-outbox';

const entry = (index: number, change: Partial<ReturnType<typeof anEntry>> = {}) =>
  anEntry({
    entryId: asId<EntryId>(`entry-${String(index).padStart(4, '0')}`),
    createdAt: 1_000 + Math.floor(index / 3),
    ...change,
  });

const list = (...entries: ReturnType<typeof anEntry>[]) =>
  createListOutbox({
    pages: createMemoryPages(() => entries),
    readContext: () =>
      Promise.resolve({ now: 2_000_000, today: 0, signedInAs: theRepAsOwner(), retries: 5, waitUntil: 0 }),
  });

it('goes through the whole outbox in pages, each entry once, also those of one moment', async () => {
  const read = list(...Array.from({ length: 1_050 }, (_none, index) => entry(index)));
  const seen: string[] = [];
  let pages = 0;
  let page = await read({ group: 'waiting', span: {}, filter: NO_FILTER });
  for (;;) {
    seen.push(...page.rows.map((row) => row.entryId));
    pages += 1;
    if (!page.end) break;
    page = await read({ group: 'waiting', span: { after: page.end }, filter: NO_FILTER });
  }
  expect(seen).toHaveLength(1_050);
  expect(new Set(seen).size).toBe(1_050);
  expect(seen).toEqual([...seen].sort().reverse());
  expect(pages).toBe(11);
});

it('reads a known stretch again as a whole, with what has gone from it gone', async () => {
  const entries = Array.from({ length: 300 }, (_none, index) =>
    entry(index, index % 2 === 0 ? {} : { state: 'delivered' }),
  );
  const page = await list(...entries)({
    group: 'waiting',
    span: { until: { at: 1_000, entryId: entry(0).entryId } },
    filter: NO_FILTER,
  });
  expect(page).toMatchObject({ end: null });
  expect(page.rows).toHaveLength(150);
});

it('looks through all of it for a person, a number or a state', async () => {
  const entries = Array.from({ length: 1_200 }, (_none, index) => entry(index));
  entries[3] = entry(3, { personName: 'Zoë Far-Away' });
  entries[7] = entry(7, { state: 'sending' });
  const find = async (words: string, state: 'any' | 'sending') =>
    (await list(...entries)({ group: 'waiting', span: {}, filter: { words, state } })).rows.map((row) => row.entryId);
  expect(await find('zoë far', 'any')).toEqual(['entry-0003']);
  expect(await find('', 'sending')).toEqual(['entry-0007']);
  expect((await find('(404) 555-0134', 'any')).length).toBeGreaterThan(0);
  expect(await find('555 9999', 'any')).toEqual([]);
});
