import { DialerError, type ErrorCode } from '@/lib/domain/core/errors';

/** Why nothing can be written at the moment. */
export type StorageTrouble =
  | 'none'
  | 'disk-full'
  /** Chrome does not open the database: no room (it does not always say so), no rights, or a damaged profile. */
  | 'will-not-open'
  /** A page of an older version holds the old schema. */
  | 'other-page'
  /** Written by a later version, and not readable by this one. */
  | 'newer-version';

/** How it stands with what Loftline keeps on this device. */
export type StorageState = {
  readonly trouble: StorageTrouble;
  /** Since when; ms since the epoch; 0 without trouble. */
  readonly since: number;
  /** Calls of which something is in memory only: the call itself, its notes, its log or its receipt. */
  readonly unsavedCalls: number;
  /** Rows that could not be read and were set aside whole. */
  readonly setAside: number;
  /** When Chrome's storage was found emptied; 0 when it was not, or when the rep has closed the notice. */
  readonly emptiedAt: number;
  /** Of the logs that were waiting then: still in memory and put back; gone. */
  readonly putBackLogs: number;
  readonly lostLogs: number;
};

export const SOUND_STORAGE: StorageState = {
  trouble: 'none',
  since: 0,
  unsavedCalls: 0,
  setAside: 0,
  emptiedAt: 0,
  putBackLogs: 0,
  lostLogs: 0,
};

const CODES: readonly ErrorCode[] = ['storage-full', 'storage-failed', 'storage-newer', 'storage-blocked'];

/** A disk failure, not a bug: the rep sees it in one place, and the write is retried. */
export function isStorageTrouble(error: unknown): error is DialerError {
  return error instanceof DialerError && CODES.includes(error.code);
}

/** What one failure means; a disk known to be full is why the database does not open afterwards. */
export function troubleOf(error: DialerError, before: StorageTrouble): StorageTrouble {
  if (error.code === 'storage-full') return 'disk-full';
  if (error.code === 'storage-newer') return 'newer-version';
  if (error.code === 'storage-blocked') return 'other-page';
  return before === 'disk-full' ? before : 'will-not-open';
}
