import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { CallRecord } from '@/lib/domain/call/call-record';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';

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
/** A row that cannot be read as what it should be: kept as it was found, for the rep to export. */
export type SetAsideRow = { readonly store: 'calls' | 'outbox'; readonly key: string; readonly raw: unknown };

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
      /** Every state in order of creation; the id makes each place one of its own. */
      byState: [state: string, createdAt: number, entryId: string];
      /** Delivered ones in order of Salesloft's own time. */
      deliveredAt: [loggedAt: number, entryId: string];
    };
  };
  meta: { key: string; value: unknown };
  setAside: { key: string; value: SetAsideRow };
}

export type Connection = IDBPDatabase<LoftlineSchema>;
export type UpgradeTransaction = IDBPTransaction<
  LoftlineSchema,
  ('calls' | 'outbox' | 'meta' | 'setAside')[],
  'versionchange'
>;

export const NAME = 'loftline';

/**
 * Raised with every new store, index or index key; a new field alone needs only its default in stored-entry or
 * stored-record. A version only ever adds, so that the one before it can read what a later one wrote.
 */
export const VERSION = 2;

/** What this version must find; a database of a later version has it too. */
export const STORES = ['calls', 'outbox', 'meta', 'setAside'] as const;

export function createStores(database: Connection, oldVersion: number, transaction: UpgradeTransaction): void {
  if (oldVersion < 1) {
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
  if (oldVersion < 2) {
    database.createObjectStore('setAside');
    const outbox = transaction.objectStore('outbox');
    outbox.createIndex('byState', ['entry.state', 'createdAt', 'entry.entryId']);
    outbox.createIndex('deliveredAt', ['entry.receipt.loggedAt', 'entry.entryId']);
  }
}
