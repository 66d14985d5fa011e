import { openDB } from 'idb';
import { DialerError } from '@/lib/domain/core/errors';
import { checkRows, type EveryStore } from './check-rows';
import { createStores, NAME, STORES, VERSION, type Connection, type LoftlineSchema } from './schema';
import { isClosedConnection, toStorageError } from './storage-failure';

export type Database = {
  /**
   * Runs `work` on an open connection. A connection that Chrome has closed (a full disk, cleared storage) throws for
   * ever, so it is dropped, opened anew, and `work` is run once more: it must be one transaction whose repetition does
   * no harm. Throws DialerError `storage-full`, `storage-failed`, `storage-newer`, `storage-blocked`.
   */
  use<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  /** A reader met a row that cannot be read, and went on without it. */
  noticeDamage(): void;
};

export type DatabaseDeps = {
  /** Another page holds the older schema and has not given way: true when that begins, false when it is over. */
  readonly onBlocked?: (isBlocked: boolean) => void;
  /** Chrome has closed the database: its storage was emptied, or the disk fails. */
  readonly onClosed?: () => void;
  readonly onDamage?: () => void;
  /** There was no database: the first start, or Chrome's storage has been emptied. Nothing is asked before it is done. */
  readonly onMade?: (connection: Connection) => Promise<void>;
};

export function createDatabase(deps: DatabaseDeps = {}): Database {
  let opening: Promise<Connection> | undefined;

  /** Only what failed is dropped: another verb may have opened anew meanwhile. */
  const forget = (failed: Promise<Connection>): void => {
    if (opening === failed) opening = undefined;
  };
  const open = (): Promise<Connection> => {
    if (opening) return opening;
    const mine = new Promise<Connection>((resolve, reject) => {
      let isBlocked = false;
      let held: Promise<Connection> | undefined;
      const listeners: Listeners = {
        onClosed: () => forget(held ?? mine),
        // Nobody hangs: whatever is asked fails at once, until the opening that waits has gone through.
        onBlocked: () => {
          isBlocked = true;
          reject(new DialerError('storage-blocked'));
          deps.onBlocked?.(true);
        },
      };
      const followed = connect(deps, listeners).then(
        (connection) => {
          resolve(connection);
          if (isBlocked) opening = held = Promise.resolve(connection);
        },
        (error: unknown) => {
          reject(error instanceof Error ? error : new Error(String(error)));
          forget(mine);
        },
      );
      void followed.then(() => {
        if (isBlocked) deps.onBlocked?.(false);
      });
    });
    opening = mine;
    return mine;
  };

  return {
    async use(work) {
      const first = open();
      try {
        return await work(await first);
      } catch (error) {
        if (!isClosedConnection(error)) throw toStorageError(error);
        forget(first);
        // Left open, it would hold back a later upgrade; what still runs on it may finish.
        first.then((connection) => connection.close()).catch(() => undefined);
        try {
          return await work(await open());
        } catch (again) {
          throw toStorageError(again, error);
        }
      }
    },
    noticeDamage: () => deps.onDamage?.(),
  };
}

type Listeners = { readonly onClosed: () => void; readonly onBlocked: () => void };

async function connect(deps: DatabaseDeps, listeners: Listeners): Promise<Connection> {
  try {
    return await openAt(VERSION, deps, listeners);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'VersionError') throw error;
    // Written by a later version, before a roll-back. Versions only add, so it can be read and written as it is.
    const connection = await openAt(undefined, deps, listeners);
    if (STORES.every((name) => connection.objectStoreNames.contains(name))) return connection;
    connection.close();
    throw error;
  }
}

async function openAt(version: number | undefined, deps: DatabaseDeps, listeners: Listeners): Promise<Connection> {
  const seen = { isMade: false };
  const connection = await openDB<LoftlineSchema>(NAME, version, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      createStores(database, oldVersion, transaction);
      seen.isMade = oldVersion === 0;
      if (seen.isMade) return;
      // Half an upgrade must not be kept: the opening then fails, and the older rows stay as they are.
      checkRows(transaction as unknown as EveryStore, { rewrites: true }).catch(() => abort(transaction));
    },
    blocked: listeners.onBlocked,
    // An update of ours wants a newer schema: give way at once, the next verb reopens.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      listeners.onClosed();
    },
    terminated() {
      listeners.onClosed();
      deps.onClosed?.();
    },
  });
  if (seen.isMade) await deps.onMade?.(connection);
  return connection;
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // Aborted already, by what went wrong.
  }
}
