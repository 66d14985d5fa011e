import { expect, it } from 'vitest';
import { asId, type EntryId } from '@/lib/domain/core/ids';
import { byPlace, groupOf, isWithin, placeOf, sinceTime } from '@/lib/domain/outbox/outbox-place';
import { anEntry, aReceipt } from '@/tests/support/builders/builders';

const place = (at: number, id: string) => ({ at, entryId: asId<EntryId>(id) });

it('puts the newest first, and decides between two of one moment by id', () => {
  const places = [place(1, 'a'), place(2, 'b'), place(2, 'c')];
  expect([...places].sort(byPlace).map((one) => one.entryId)).toEqual(['c', 'b', 'a']);
});

it('takes a stretch from just below one place down to another, that one included', () => {
  const span = { after: place(2, 'c'), until: place(1, 'a') };
  expect([place(2, 'c'), place(2, 'b'), place(1, 'a'), place(1, '9')].map((one) => isWithin(one, span))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isWithin(place(5, 'x'), sinceTime(5))).toBe(true);
  expect(isWithin(place(4, 'x'), sinceTime(5))).toBe(false);
});

it('knows a delivered entry by its receipt', () => {
  const delivered = anEntry({ state: 'delivered', receipt: aReceipt({ loggedAt: 77 }) });
  expect([groupOf(delivered), placeOf(delivered).at]).toEqual(['delivered', 77]);
  expect(groupOf(anEntry({ state: 'discarded' }))).toBeUndefined();
  expect(groupOf(anEntry({ state: 'sending' }))).toBe('waiting');
});
