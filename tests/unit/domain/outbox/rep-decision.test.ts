import { describe, expect, it } from 'vitest';
import { asId, type EntryId } from '@/lib/domain/core/ids';
import { discard, edit, logWithoutCompleting, retryNow, revive, undo } from '@/lib/domain/outbox/rep-decision';
import { anEntry } from '@/tests/support/builders/builders';

const NOW = 2_000_000;

describe('what the rep decides', () => {
  it('takes a held log back, and only a held one', () => {
    const held = anEntry({ heldUntil: NOW + 1 });
    expect(undo(held, NOW).state).toBe('discarded');
    for (const late of [
      anEntry({ heldUntil: NOW }),
      { ...held, claimToken: 1 },
      { ...held, state: 'sending' as const },
    ]) {
      expect(undo(late, NOW)).toBe(late);
    }
  });

  it('sends a dead log again with all its tries, still reading back what is unknown', () => {
    const again = retryNow(anEntry({ state: 'dead', attempts: 6, unknownSince: 77, isRevivable: true }), NOW);
    expect(again).toMatchObject({
      state: 'pending',
      attempts: 0,
      nextTryAt: NOW,
      unknownSince: 77,
      isRevivable: false,
    });
  });

  it('changes only what may still be changed', () => {
    const draft = { disposition: 'Busy', sentiment: '', notes: 'better' };
    expect(edit(anEntry({ state: 'dead' }), draft, NOW)).toMatchObject({ state: 'pending', log: draft });
    const sending = anEntry({ state: 'sending' });
    expect(edit(sending, draft, NOW)).toBe(sending);
  });

  it('discards with a reason that stays', () => {
    expect(discard(anEntry({ state: 'dead' }), 'wrong person')).toMatchObject({
      state: 'discarded',
      reason: { words: 'wrong person' },
    });
    const sending = anEntry({ state: 'sending' });
    expect(discard(sending, '')).toBe(sending);
  });

  it('logs without completing as a new entry, the old one closed', () => {
    const reason = { code: 'completed-elsewhere', field: '', words: '' } as const;
    const old = anEntry({ state: 'dead', unknownSince: 5, reason });
    const pair = logWithoutCompleting(old, asId<EntryId>('entry-2'), NOW);
    expect(pair?.closed).toMatchObject({ entryId: 'entry-1', state: 'discarded' });
    expect(pair?.added).toMatchObject({ entryId: 'entry-2', state: 'pending', dedupeKey: 'call:0190-call' });
    // The old one may be there after all: the new one looks for both, as far back as the old one could be.
    expect(pair?.added).toMatchObject({ unknownSince: 5, formerLogs: [old.log] });
    expect(logWithoutCompleting({ ...old, unknownSince: 0 }, asId<EntryId>('entry-2'), NOW)?.added.unknownSince).toBe(
      old.calledAt,
    );
    // Out of tries in an outage, it may have arrived: on its own it could be there twice.
    expect(
      logWithoutCompleting(anEntry({ state: 'dead', unknownSince: 5 }), asId<EntryId>('entry-2'), NOW),
    ).toBeUndefined();
  });

  it('revives what ran out on outages alone for one more try', () => {
    const revived = revive(anEntry({ state: 'dead', isRevivable: true, attempts: 6, unknownSince: 77 }), NOW);
    expect(revived).toMatchObject({
      state: 'pending',
      attempts: 5,
      unknownSince: 77,
      nextTryAt: NOW,
      isRevivable: false,
    });
    const refused = anEntry({ state: 'dead' });
    expect(revive(refused, NOW)).toBe(refused);
  });
});
