import { isStorageTrouble } from '@/lib/domain/storage-trouble';
import type { Database } from './database';

export type MetaStore = ReturnType<typeof createMetaStore>;

/**
 * Single values that must outlive the worker and the browser: the rate gate, for one. While the disk refuses, they are
 * kept as long as the worker lives, and nobody is stopped by it.
 */
export function createMetaStore(database: Database) {
  const unsaved = new Map<string, unknown>();
  return {
    read: <Value>(key: string): Promise<Value | undefined> =>
      unsaved.has(key)
        ? Promise.resolve(unsaved.get(key) as Value)
        : database.use(async (connection) => (await connection.get('meta', key)) as Value | undefined),
    write: async (key: string, value: unknown): Promise<void> => {
      try {
        await database.use((connection) => connection.put('meta', value, key));
        unsaved.delete(key);
      } catch (error) {
        if (!isStorageTrouble(error)) throw error;
        unsaved.set(key, value);
      }
    },
  };
}
