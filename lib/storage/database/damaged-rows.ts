import { checkRows } from './check-rows';
import type { Database } from './database';
import type { SetAsideRow } from './schema';
import { upgradeEntry } from './stored-entry';
import { upgradeRecord } from './stored-record';

/** So many at a time: a reader or a delivery never waits long. */
const AT_ONCE = 500;

/** Rows that cannot be read as what they should be. Kept whole, counted, for the rep to export; never thrown away. */
export function createDamagedRows(database: Database) {
  const hasDamage = (store: 'calls' | 'outbox'): Promise<boolean> =>
    database.use(async (connection) => {
      let range: IDBKeyRange | undefined;
      for (;;) {
        const { store: rows } = connection.transaction(store);
        const [keys, values] = await Promise.all([rows.getAllKeys(range, AT_ONCE), rows.getAll(range, AT_ONCE)]);
        if (!values.every(isHealthy)) return true;
        const last = keys.at(-1);
        if (last === undefined) return false;
        range = IDBKeyRange.lowerBound(last, true);
      }
    });

  const setAside = (): Promise<void> =>
    database.use(async (connection) => {
      const transaction = connection.transaction(['calls', 'outbox', 'meta', 'setAside'], 'readwrite', {
        durability: 'strict',
      });
      transaction.done.catch(() => undefined);
      await checkRows(transaction, { rewrites: false });
      await transaction.done;
    });

  return {
    /** Looks at every row; true when some had to be set aside. */
    look: async (): Promise<boolean> => {
      const isDamaged = (await hasDamage('outbox')) || (await hasDamage('calls'));
      if (isDamaged) await setAside();
      return isDamaged;
    },
    setAside,
    count: (): Promise<number> => database.use((connection) => connection.count('setAside')),
    list: (): Promise<readonly SetAsideRow[]> => database.use((connection) => connection.getAll('setAside')),
  };
}

function isHealthy(row: unknown): boolean {
  const { record, entry } = (row ?? {}) as { readonly record?: unknown; readonly entry?: unknown };
  return record === undefined ? upgradeEntry(entry) !== undefined : upgradeRecord(record) !== undefined;
}
