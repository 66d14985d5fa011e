import type { Settings } from '@/lib/domain/settings/values';
import { isStorageTrouble } from '@/lib/domain/journal/storage-trouble';
import { createAlarms, ERASURE_ALARM } from '@/lib/platform/alarms';
import { eraseRecordings } from '@/lib/platform/kept-recordings';
import { createEraseOld, type ErasureMark } from '@/lib/services/journal/erase-old';
import { createReconcileDay, type ReconcileDayDeps } from '@/lib/services/journal/reconcile-day';
import { readSignIn } from './published-state';
import type { assembleStorage } from './storage';

const MARK = 'erasure';
const DAY_MS = 24 * 60 * 60_000;

/** The calls of this device: compared with Salesloft when the rep asks, erased when they are old. */
export function assembleJournal(deps: {
  readonly storage: Pick<ReturnType<typeof assembleStorage>, 'journal' | 'meta'>;
  readonly calls: Pick<ReconcileDayDeps, 'findLoggedSince' | 'readNotes'>;
  readonly readSettings: () => Promise<Settings>;
  readonly mayRead: () => boolean;
  readonly now: () => number;
}) {
  const { storage, calls, mayRead, now } = deps;
  const { journal, meta } = storage;
  const alarms = createAlarms();
  const erase = createEraseOld({
    readMark: () => meta.read<ErasureMark>(MARK),
    writeMark: (mark) => meta.write(MARK, mark),
    listPlaced: journal.listPlaced,
    erase: journal.erase,
    readRetentionDays: async () => (await deps.readSettings())['privacy.retentionDays'],
    now,
  });
  return {
    reconcileDay: createReconcileDay({ readSignIn, listJournal: journal.list, ...calls, mayRead, now }),
    /** At every start of the worker, and once a day for one that nothing else wakes. */
    eraseOld: async (): Promise<void> => {
      await alarms.wakeAt(ERASURE_ALARM, now() + DAY_MS);
      try {
        await erase();
        const days = (await deps.readSettings())['privacy.retentionDays'];
        // A folder that cannot be read is looked at again tomorrow.
        await eraseRecordings(now() - days * DAY_MS).catch(() => undefined);
      } catch (error) {
        // Disk failures are reported elsewhere; this is retried at the next start.
        if (!isStorageTrouble(error)) throw error;
      }
    },
  };
}
