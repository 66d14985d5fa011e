import { signal } from '@preact/signals';
import { DialerError } from '@/lib/domain/core/errors';
import type { CallId, EntryId } from '@/lib/domain/core/ids';
import type { DayReport } from '@/lib/domain/journal/reconcile';
import type { sendToWorker } from '@/lib/messaging/client';
import { errorText } from '@/lib/text/error-text';
import { counted, text } from '@/lib/text/text';
import type { Notices } from '@/lib/view/core/notices';

export type JournalStore = ReturnType<typeof createJournalStore>;

/** Today's calls beside Salesloft's, when the rep asks. */
export function createJournalStore(deps: {
  readonly send: typeof sendToWorker;
  readonly notices: Notices;
  readonly now: () => number;
}) {
  const report = signal<DayReport | undefined>(undefined);
  const checkedAt = signal(0);
  const isChecking = signal(false);
  /** Why it could not be compared; empty when it could. */
  const trouble = signal('');
  /** Entries already sent again from this report. */
  const sent = signal<ReadonlySet<EntryId>>(new Set());

  const reconcile = async (): Promise<void> => {
    if (isChecking.value) return;
    isChecking.value = true;
    trouble.value = '';
    try {
      const found = await deps.send('journal.reconcile', {});
      report.value = found;
      checkedAt.value = deps.now();
      sent.value = new Set();
      const open = found.onlyHere.length + found.onlyThere.length + found.twice.length;
      deps.notices.say(open === 0 ? text('dayAllThere') : counted('dayDiffers', open));
    } catch (error) {
      if (!(error instanceof DialerError)) throw error;
      trouble.value = errorText(error.code, error.detail);
      deps.notices.say(trouble.value);
    } finally {
      isChecking.value = false;
    }
  };

  return {
    report,
    checkedAt,
    isChecking,
    trouble,
    sent,
    reconcile,
    sendAgain: async (entryId: EntryId): Promise<void> => {
      if (sent.value.has(entryId)) return;
      const done = await deps.notices.run(() => deps.send('journal.sendAgain', { entryId }));
      if (done === undefined) return;
      sent.value = new Set([...sent.value, entryId]);
      deps.notices.say(text('daySentAgain'));
    },
    /** A call without a log: its wrap-up opens. */
    logIt: (callId: CallId) => deps.notices.run(() => deps.send('wrapUp.takeUp', { callId })),
  };
}
