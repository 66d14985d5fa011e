import { DialerError } from '@/lib/domain/core/errors';

/**
 * What Chromium throws when it is the disk: a connection it has closed (InvalidStateError), a full or failing disk
 * (UnknownError, then the same at every opening), a transaction cut by either (AbortError).
 */
const CLOSED: readonly string[] = ['InvalidStateError', 'UnknownError', 'AbortError', 'QuotaExceededError'];

/** Whether opening the database anew may help. */
export function isClosedConnection(error: unknown): error is DOMException {
  return error instanceof DOMException && CLOSED.includes(error.name);
}

/** The failure as the program knows it; anything else is passed on as it is. */
export function toStorageError(error: unknown, first: unknown = error): unknown {
  if (error instanceof DOMException && error.name === 'VersionError')
    return new DialerError('storage-newer', error.message);
  if (!isClosedConnection(error)) return error;
  const isFull = [error, first].some((one) => one instanceof DOMException && saysFull(one));
  return new DialerError(isFull ? 'storage-full' : 'storage-failed', error.message);
}

function saysFull(error: DOMException): boolean {
  return error.name === 'QuotaExceededError' || error.message.includes('NO_SPACE');
}
