import { isStorageTrouble } from '@/lib/domain/journal/storage-trouble';
import type { Database } from '@/lib/storage/database/database';
import type { Connection } from '@/lib/storage/database/schema';

export type MetaStore = ReturnType<typeof createMetaStore>;

/**
 * Single values that must outlive the worker and the browser: the rate gate, for one. While the disk refuses, they are
 * as this worker knew them last, and nobody is stopped by it.
 */
export function createMetaStore(database: Database) {
  const known = new Map<string, unknown>();
  const unsaved = new Set<string>();
  const whateverTheDisk = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!isStorageTrouble(error)) throw error;
    }
  };
  return {
    read: async <Value>(key: string): Promise<Value | undefined> => {
      if (!unsaved.has(key)) {
        await whateverTheDisk(() =>
          database.use(async (connection) => {
            known.set(key, await connection.get('meta', key));
          }),
        );
      }
      return known.get(key) as Value | undefined;
    },
    write: async (key: string, value: unknown): Promise<void> => {
      known.set(key, value);
      unsaved.add(key);
      await whateverTheDisk(async () => {
        await database.use((connection) => put(connection, key, value));
        unsaved.delete(key);
      });
    },
  };
}

async function put(connection: Connection, key: string, value: unknown): Promise<void> {
  const transaction = connection.transaction('meta', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(value, key), transaction.done]);
}
