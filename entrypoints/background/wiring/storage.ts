import { exportLogs } from '@/lib/domain/journal/export-logs';
import { createAlarms, STORAGE_ALARM } from '@/lib/platform/alarms';
import { detach, logBug } from '@/lib/platform/bug-log';
import { createWakeUp } from '@/lib/platform/wake-up';
import { createCallAndOutbox } from '@/lib/storage/stores/call-and-outbox';
import { createCallsStore } from '@/lib/storage/stores/stored-calls';
import { createDamagedRows } from '@/lib/storage/database/damaged-rows';
import { createDatabase } from '@/lib/storage/database/database';
import { createEmptied } from '@/lib/storage/stores/emptied';
import { createJournalStore } from '@/lib/storage/stores/stored-journal';
import { createKeptRows } from '@/lib/storage/rows/kept-rows';
import { createMetaStore } from '@/lib/storage/stores/stored-meta';
import { createOutboxPages } from '@/lib/storage/stores/outbox-pages';
import { createOutboxStore } from '@/lib/storage/stores/stored-outbox';
import { createUnsaved } from '@/lib/storage/rows/unsaved';
import { createUnsavedCopy } from '@/lib/storage/stores/unsaved-copy';
import type { WorkerContext } from './context';

/** What the disk has refused is tried again this often, besides at every event. */
const TRY_AGAIN_MS = 5_000;
/** More than any outbox holds. */
const EVERYTHING = 1_000_000;

/** Everything stored on this device, and the reports when Chrome or the disk fails. */
export function assembleStorage({ events, publish: publishSnapshot, now }: WorkerContext) {
  let setAside = 0;
  let wasTroubled = false;

  const unsaved = createUnsaved(createUnsavedCopy());
  const emptied = createEmptied({ unsaved, now, onEmptied: () => detach('emptied storage', tellRowsChanged) });
  const database = createDatabase({
    onBlocked: () => detach('blocked storage', tryAgain),
    onClosed: () => detach('closed storage', tryAgain),
    onDamage: () => lookAfterDamage(),
    // What cannot be told or put back must not keep the new database from being used.
    onMade: (connection) => emptied.onMade(connection).catch((error: unknown) => logBug('emptied storage', error)),
  });
  const rows = createKeptRows({
    database,
    unsaved,
    now,
    onState: () => follow().catch((error: unknown) => logBug('storage state', error)),
  });
  const damaged = createDamagedRows(database);
  const records = createCallsStore(rows);
  const outbox = createOutboxStore(rows);
  const pages = createOutboxPages(rows);

  const publish = async (): Promise<void> => {
    const { at = 0, putBackLogs = 0, lostLogs = 0 } = (await emptied.read()) ?? {};
    await publishSnapshot('storage', { ...rows.state(), setAside, emptiedAt: at, putBackLogs, lostLogs });
  };
  const tryAgain = async (): Promise<void> => {
    if (!(await rows.save())) await wakeUp.at(now() + TRY_AGAIN_MS);
  };
  const wakeUp = createWakeUp({
    alarms: createAlarms(),
    name: STORAGE_ALARM,
    now,
    ring: () => detach('storage', tryAgain),
  });

  const follow = async (): Promise<void> => {
    const isTroubled = rows.state().trouble !== 'none';
    const isOver = wasTroubled && !isTroubled;
    wasTroubled = isTroubled;
    detach('storage, trying again', () => (isTroubled ? wakeUp.at(now() + TRY_AGAIN_MS) : wakeUp.cancel()));
    await publish();
    if (isOver) detach('storage is sound again', () => events.tell('storageHealthy'));
  };
  const tellRowsChanged = async (): Promise<void> => {
    await publish();
    await events.tell('rowsChanged');
  };

  let isLooking = false;
  const lookAfterDamage = (): void => {
    if (isLooking) return;
    isLooking = true;
    detach('damaged rows', async () => {
      try {
        await damaged.setAside();
        setAside = await damaged.count();
      } finally {
        isLooking = false;
      }
      await tellRowsChanged();
    });
  };

  return {
    records,
    outbox,
    pages,
    isHealthy: (): boolean => rows.state().trouble === 'none',
    callAndOutbox: createCallAndOutbox(rows),
    journal: createJournalStore(rows),
    meta: createMetaStore(database),
    tryAgain,
    /** Before anything is read: what an earlier worker could not save. */
    restore: async (): Promise<void> => {
      await rows.restore();
      await tryAgain();
      if (rows.state().trouble === 'none') setAside = await damaged.count();
      await publish();
    },
    /** `storage.session` was cleared. */
    publishAgain: async (): Promise<void> => {
      await rows.copyAgain();
      await publish();
    },
    /** Once per browser run: rows that no index leads to are found only by looking at all. */
    lookAtAllRows: async (): Promise<void> => {
      if (!(await damaged.look())) return;
      setAside = await damaged.count();
      await tellRowsChanged();
    },
    closeEmptiedNotice: async (): Promise<void> => {
      await emptied.close();
      await publish();
    },
    /** Everything not in Salesloft yet, in words; what cannot be read at the moment is left out. */
    export: async (): Promise<object> => {
      const kept = rows.unsaved();
      return exportLogs({
        at: now(),
        logs: [
          ...(await pages.list('needsAttention', {}, EVERYTHING)),
          ...(await pages.list('waiting', {}, EVERYTHING)),
        ],
        calls: await records.listOpen(),
        unsavedIds: new Set([
          ...kept.entries.map((entry) => entry.entryId),
          ...kept.records.map(({ call }) => call.callId),
        ]),
        lost: (await emptied.read())?.lost ?? [],
        unreadable: await damaged.list().catch(() => []),
      });
    },
  };
}
