import { describe, expect, it } from 'vitest';
import { isDue, isGuarded, withoutCompleting } from '@/lib/domain/outbox/outbox';
import { anEntry } from '@/tests/support/builders/builders';

describe('an entry', () => {
  it('has one key for the action it completes, and its own without one', () => {
    expect(anEntry().dedupeKey).toBe('action:271088');
    expect(withoutCompleting(anEntry()).dedupeKey).toBe('call:0190-call');
    expect(isGuarded(anEntry())).toBe(true);
    expect(isGuarded(withoutCompleting(anEntry()))).toBe(false);
  });

  it('is due at its time', () => {
    const entry = anEntry({ nextTryAt: 5_000, setAt: 1_000 });
    expect([isDue(entry, 4_999), isDue(entry, 5_000)]).toEqual([false, true]);
  });

  it('is due at once when the clock went back: it must not wait a day', () => {
    expect(isDue(anEntry({ nextTryAt: 90_000_000, setAt: 86_400_000 }), 1_000)).toBe(true);
  });

  it('is not due once it is settled or being sent', () => {
    expect(
      (['sending', 'delivered', 'dead', 'discarded'] as const).some((state) => isDue(anEntry({ state }), 9e12)),
    ).toBe(false);
  });
});
