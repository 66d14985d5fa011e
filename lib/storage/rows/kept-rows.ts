import {
  isStorageTrouble,
  troubleOf,
  type StorageState,
  type StorageTrouble,
} from '@/lib/domain/journal/storage-trouble';
import type { DialerError } from '@/lib/domain/core/errors';
import type { Database } from '@/lib/storage/database/database';
import { writeToDisk, type DiskRows } from './disk-rows';
import { writeInMemory } from './memory-rows';
import type { Puts, Rows } from './rows';
import { saveUnsaved } from './save-unsaved';
import type { Connection } from '@/lib/storage/database/schema';
import type { Unsaved } from './unsaved';

export type KeptRows = ReturnType<typeof createKeptRows>;

export type KeptRowsDeps = {
  readonly database: Database;
  readonly unsaved: Unsaved;
  readonly now: () => number;
  /** Told at every change of what `state` says; resolves when it is shown, and never rejects. */
  readonly onState: () => Promise<void>;
};

/**
 * All rows, on the disk or, while that refuses, in memory and `storage.session`. Writes go one after the other, and
 * what was refused earlier goes before them: so nothing older ever overwrites something newer.
 */
export function createKeptRows({ database, unsaved, now, onState }: KeptRowsDeps) {
  let last: Promise<unknown> = Promise.resolve();
  let trouble: StorageTrouble = 'none';
  let since = 0;

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  /** Notes what a failure says of the disk, and passes on anything else. */
  const raise = (error: unknown): DialerError => {
    if (!isStorageTrouble(error)) throw error;
    const found = troubleOf(error, trouble);
    if (trouble === 'none') since = now();
    const isNews = found !== trouble;
    trouble = found;
    if (isNews) void onState();
    return error;
  };
  const calm = (): void => {
    if (trouble === 'none') return;
    trouble = 'none';
    since = 0;
    void onState();
  };
  const onDisk = async <Result>(work: (rows: DiskRows) => Promise<Result>): Promise<Result> => {
    const { result, puts } = await writeToDisk(database, work);
    unsaved.note(puts);
    return result;
  };
  /** Brings what was refused to the disk; the failure when it still refuses. */
  const trySaving = async (): Promise<DialerError | undefined> => {
    try {
      if (unsaved.isEmpty()) await database.use((connection) => connection.count('meta'));
      else {
        await onDisk((rows) => saveUnsaved(rows, unsaved.all()));
        await unsaved.clear();
      }
      calm();
      return undefined;
    } catch (error) {
      return raise(error);
    }
  };
  const refused = (): Promise<DialerError | undefined> =>
    unsaved.isEmpty() ? Promise.resolve(undefined) : trySaving();

  return {
    /** One strict write. While the disk refuses, it is done over what is known, and kept. */
    write: <Result>(work: (rows: Rows) => Promise<Result>): Promise<Result> =>
      inTurn(async () => {
        let failure = await refused();
        if (!failure) {
          try {
            const result = await onDisk(work);
            calm();
            return result;
          } catch (error) {
            failure = raise(error);
          }
        }
        const result = await writeInMemory(unsaved, work, failure);
        await onState();
        return result;
      }),

    /** One strict write that is worth nothing unless it is on the disk: a claim. */
    writeToDisk: <Result>(work: (rows: DiskRows) => Promise<Result>): Promise<Result> =>
      inTurn(async () => {
        const failure = await refused();
        if (failure) throw failure;
        try {
          const result = await onDisk(work);
          calm();
          return result;
        } catch (error) {
          throw raise(error);
        }
      }),

    /** Reads from the disk; `fromMemory` answers while it refuses, if that can answer at all. */
    read: async <Result>(
      fromDisk: (connection: Connection) => Promise<Result>,
      fromMemory?: (unsaved: Unsaved) => Result,
    ): Promise<Result> => {
      let failure = unsaved.isEmpty() ? undefined : await inTurn(refused);
      if (!failure) {
        try {
          const result = await database.use(fromDisk);
          if (unsaved.isEmpty()) calm();
          return result;
        } catch (error) {
          failure = raise(error);
        }
      }
      if (!fromMemory) throw failure;
      return fromMemory(unsaved);
    },

    /** Tries again to bring to the disk what it has refused. */
    save: async (): Promise<boolean> => (await inTurn(trySaving)) === undefined,
    restore: (): Promise<void> => inTurn(unsaved.restore),
    copyAgain: (): Promise<void> => inTurn(unsaved.copyAgain),
    unsaved: (): Puts => unsaved.all(),
    noteOpen: unsaved.noteOpen,
    noteListed: unsaved.noteListed,
    noteCounts: unsaved.noteCounts,
    noticeDamage: (): void => database.noticeDamage(),

    state: (): Pick<StorageState, 'trouble' | 'since' | 'unsavedCalls'> => {
      const { records, entries } = unsaved.all();
      const calls = new Set([...records.map(({ call }) => call.callId), ...entries.map((entry) => entry.callId)]);
      return { trouble, since, unsavedCalls: calls.size };
    },
  };
}
