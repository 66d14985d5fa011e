import { openDB } from 'idb';
import { checkRows, type EveryStore } from './check-rows';
import { createStores, NAME, STORES, VERSION, type Connection, type LoftlineSchema } from './schema';

export type Database = {
  /**
   * Runs `work` on an open connection. A connection that Chrome has closed (a full disk, cleared storage) throws for
   * ever, so it is dropped, opened anew, and `work` is run once more: it must be one transaction whose repetition
   * changes nothing, since in theory the first may have been written although its answer failed.
   */
  use<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  /** A reader met a row that cannot be read, and went on without it. */
  noticeDamage(): void;
};

export type DatabaseDeps = {
  /** Another page holds the older schema and has not given way: true while it is waited for. */
  readonly onBlocked?: (isBlocked: boolean) => void;
  readonly onDamage?: () => void;
};

export function createDatabase({ onBlocked, onDamage }: DatabaseDeps = {}): Database {
  let opening: Promise<Connection> | undefined;

  const open = (): Promise<Connection> => {
    const mine = (opening ??= connect({ onClosed: () => forget(mine), onBlocked }));
    return mine;
  };
  /** Only what failed is dropped: another verb may have opened anew meanwhile. */
  const forget = (failed: Promise<Connection>): void => {
    if (opening === failed) opening = undefined;
  };

  return {
    async use(work) {
      const first = open();
      try {
        return await work(await first);
      } catch (error) {
        if (!isClosedConnection(error)) throw error;
        forget(first);
        // What still hangs on the old connection would hold back the new one's upgrade for ever.
        void first.then((connection) => connection.close()).catch(() => undefined);
        return work(await open());
      }
    },
    noticeDamage: () => onDamage?.(),
  };
}

type Listeners = { readonly onClosed: () => void; readonly onBlocked: ((isBlocked: boolean) => void) | undefined };

async function connect(listeners: Listeners): Promise<Connection> {
  try {
    return await openAt(VERSION, listeners);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'VersionError') throw error;
    // Written by a later version, before a roll-back. Versions only add, so it can be read and written as it is.
    const connection = await openAt(undefined, listeners);
    if (STORES.every((name) => connection.objectStoreNames.contains(name))) return connection;
    connection.close();
    throw error;
  }
}

async function openAt(version: number | undefined, { onClosed, onBlocked }: Listeners): Promise<Connection> {
  const blocked = { isSo: false };
  const connection = await openDB<LoftlineSchema>(NAME, version, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      createStores(database, oldVersion, transaction);
      if (oldVersion === 0) return;
      // Half an upgrade must not be kept: the opening then fails, and the older rows stay as they are.
      checkRows(transaction as unknown as EveryStore, { rewrites: true }).catch(() => abort(transaction));
    },
    blocked: () => {
      blocked.isSo = true;
      onBlocked?.(true);
    },
    // An update of ours wants a newer schema: give way at once, the next verb reopens.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
  if (blocked.isSo) onBlocked?.(false);
  return connection;
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // Aborted already, by what went wrong.
  }
}

/** What Chromium throws for a connection it has closed; UnknownError is its word for a full or failing disk. */
function isClosedConnection(error: unknown): boolean {
  return error instanceof DOMException && ['InvalidStateError', 'UnknownError', 'AbortError'].includes(error.name);
}
