import type { Database } from './database';

export type MetaStore = ReturnType<typeof createMetaStore>;

/** Single values that must outlive the worker and the browser: the rate gate, for one. */
export function createMetaStore(database: Database) {
  return {
    read: <Value>(key: string): Promise<Value | undefined> =>
      database.use(async (connection) => (await connection.get('meta', key)) as Value | undefined),
    write: (key: string, value: unknown): Promise<void> =>
      database.use(async (connection) => {
        await connection.put('meta', value, key);
      }),
  };
}
