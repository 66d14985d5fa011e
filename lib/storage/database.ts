import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { CallRecord } from '@/lib/domain/call-record';
import type { OutboxEntry } from '@/lib/domain/outbox';

/** A row carries its index keys beside the value, so that an index holds only the rows it is for. */
export type CallRow = {
  readonly record: CallRecord;
  readonly placedAt: number;
  readonly ofPerson: [personId: string, placedAt: number];
  readonly openSince?: number;
};
export type EntryRow = {
  readonly entry: OutboxEntry;
  readonly createdAt: number;
  /** Absent once discarded: the key is free again. */
  readonly dedupeKey?: string;
  /** `pending` only. */
  readonly nextTryAt?: number;
  /** Not yet delivered, dead or discarded: holds back later logs of the same person. */
  readonly inFlightOf?: [personId: string, createdAt: number];
  /** The person, once delivered. */
  readonly deliveredTo?: string;
  /** Neither delivered nor discarded. */
  readonly unsentSince?: number;
  readonly callId: string;
};

export interface LoftlineSchema extends DBSchema {
  calls: { key: string; value: CallRow; indexes: { openSince: number; placedAt: number; ofPerson: [string, number] } };
  outbox: {
    key: string;
    value: EntryRow;
    indexes: {
      createdAt: number;
      dedupeKey: string;
      nextTryAt: number;
      inFlightOf: [string, number];
      deliveredTo: string;
      unsentSince: number;
      callId: string;
    };
  };
  meta: { key: string; value: unknown };
}

export type Connection = IDBPDatabase<LoftlineSchema>;

export type Database = {
  /**
   * Runs `work` on an open connection. A connection that Chrome has closed (a full disk, cleared storage) throws
   * InvalidStateError for ever, so it is dropped and opened anew once before the failure is passed on.
   */
  use<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
};

const NAME = 'loftline';
const VERSION = 1;

export function createDatabase(): Database {
  let opening: Promise<Connection> | undefined;

  const open = (): Promise<Connection> => {
    opening ??= connect(() => {
      opening = undefined;
    });
    return opening;
  };

  return {
    async use(work) {
      try {
        return await work(await open());
      } catch (error) {
        opening = undefined;
        if (!isClosedConnection(error)) throw error;
        return work(await open());
      }
    },
  };
}

async function connect(onClosed: () => void): Promise<Connection> {
  const connection = await openDB<LoftlineSchema>(NAME, VERSION, {
    upgrade(database, oldVersion) {
      if (oldVersion < 1) createStores(database);
    },
    // An update of ours wants a newer schema: give way at once, the next verb reopens.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
  return connection;
}

function createStores(database: Connection): void {
  const calls = database.createObjectStore('calls');
  calls.createIndex('openSince', 'openSince');
  calls.createIndex('placedAt', 'placedAt');
  calls.createIndex('ofPerson', 'ofPerson');
  const outbox = database.createObjectStore('outbox');
  outbox.createIndex('createdAt', 'createdAt');
  outbox.createIndex('dedupeKey', 'dedupeKey', { unique: true });
  outbox.createIndex('nextTryAt', 'nextTryAt');
  outbox.createIndex('inFlightOf', 'inFlightOf');
  outbox.createIndex('deliveredTo', 'deliveredTo');
  outbox.createIndex('unsentSince', 'unsentSince');
  outbox.createIndex('callId', 'callId');
  database.createObjectStore('meta');
}

/** What Chromium throws for a connection it has closed; UnknownError is its word for a full or failing disk. */
function isClosedConnection(error: unknown): boolean {
  return error instanceof DOMException && ['InvalidStateError', 'UnknownError', 'AbortError'].includes(error.name);
}
