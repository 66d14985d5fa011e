import { describe, expect, it, vi } from 'vitest';
import { DialerError } from '@/lib/domain/core/errors';
import { asId, type EntryId } from '@/lib/domain/core/ids';
import type { DayReport } from '@/lib/domain/journal/reconcile';
import { createJournalStore } from '@/lib/view/journal/journal-store';
import { createNotices } from '@/lib/view/core/notices';

const NOTHING: DayReport = { both: [], onlyHere: [], onlyThere: [], twice: [] };
const ENTRY = asId<EntryId>('entry-1');

function setUp(answer: () => Promise<unknown>) {
  const send = vi.fn(answer);
  const notices = createNotices();
  return { send, notices, journal: createJournalStore({ send: send as never, notices, now: () => 77 }) };
}

describe('today’s comparison', () => {
  it('is told when it is done, and when it was', async () => {
    const { journal, notices } = setUp(() => Promise.resolve(NOTHING));
    await journal.reconcile();
    expect([journal.report.value, journal.checkedAt.value, notices.said.value]).toEqual([
      NOTHING,
      77,
      'Every call from today is in Salesloft exactly once.',
    ]);
  });

  it('says why it could not be made, keeping the last one', async () => {
    const { journal, send } = setUp(() => Promise.resolve(NOTHING));
    await journal.reconcile();
    send.mockRejectedValueOnce(new DialerError('offline'));
    await journal.reconcile();
    expect(journal.trouble.value).toContain('offline');
    expect(journal.report.value).toBe(NOTHING);
    await journal.reconcile();
    expect(journal.trouble.value).toBe('');
  });

  it('is not asked for twice at once', async () => {
    const { journal, send } = setUp(() => Promise.resolve(NOTHING));
    await Promise.all([journal.reconcile(), journal.reconcile()]);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('sends a missing log again once', async () => {
    const { journal, send } = setUp(() => Promise.resolve(null));
    await journal.sendAgain(ENTRY);
    await journal.sendAgain(ENTRY);
    expect(send).toHaveBeenCalledTimes(1);
    expect(journal.sent.value.has(ENTRY)).toBe(true);
  });
});
