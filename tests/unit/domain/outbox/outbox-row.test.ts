import { expect, it } from 'vitest';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import { fits, toOutboxRow } from '@/lib/domain/outbox/outbox-row';
import { aReceipt, anEntry, theRepAsOwner } from '@/tests/support/builders/builders';

const NOW = 1_080_000;

it.each<[string, Partial<OutboxEntry>, boolean]>([
  ['held', { heldUntil: NOW + 1 }, true],
  ['held', { heldUntil: NOW + 1 }, false],
  ['waiting', {}, true],
  ['needsSignIn', {}, false],
  ['retry', { attempts: 2 }, true],
  ['sending', { state: 'sending' }, true],
  ['checking', { state: 'sending', unknownSince: 5 }, true],
  ['needsAttention', { state: 'dead' }, true],
  ['delivered', { state: 'delivered', receipt: aReceipt() }, false],
])('shows as %s: %o, signed in: %o', (state, change, isSignedIn) => {
  expect(
    toOutboxRow(anEntry(change), { now: NOW, signedInAs: isSignedIn ? theRepAsOwner() : undefined, retries: 5 }).state,
  ).toBe(state);
});

it('names the retry that comes next, never more than there are', () => {
  const row = (attempts: number) =>
    toOutboxRow(anEntry({ attempts }), { now: NOW, signedInAs: theRepAsOwner(), retries: 5 });
  expect([row(1).retry, row(5).retry, row(6).retry]).toEqual([1, 5, 5]);
});

it('carries no more of the notes than a list can, and says so', () => {
  const entry = anEntry();
  const long = toOutboxRow(
    { ...entry, log: { ...entry.log, notes: 'x'.repeat(30_000) } },
    { now: NOW, signedInAs: theRepAsOwner(), retries: 5 },
  );
  expect([long.notes.length, long.hasMoreNotes]).toEqual([1_000, true]);
  expect(toOutboxRow(entry, { now: NOW, signedInAs: theRepAsOwner(), retries: 5 })).toMatchObject({
    notes: 'Spoke about renewal.',
    hasMoreNotes: false,
  });
});

it.each([
  ['', 'any', true],
  ['pat', 'any', true],
  ['LEE', 'waiting', true],
  ['lee', 'held', false],
  ['555-0134', 'any', true],
  ['0135', 'any', false],
  ['dana', 'any', false],
] as const)('the filter "%s" in state %s fits: %s', (words, state, isFitting) => {
  expect(
    fits(toOutboxRow(anEntry({ personName: 'Pat Lee' }), { now: NOW, signedInAs: theRepAsOwner(), retries: 5 }), {
      words,
      state,
    }),
  ).toBe(isFitting);
});

it('waits for a sign-in of its own when another rep logged it', () => {
  const owner = { ...theRepAsOwner(), tenantId: 'another team' };
  const context = { now: NOW, signedInAs: theRepAsOwner(), retries: 5 };
  expect(toOutboxRow(anEntry({ owner }), context)).toMatchObject({ state: 'needsSignIn', isOfOther: true });
  expect(toOutboxRow(anEntry(), context)).not.toHaveProperty('isOfOther');
});
