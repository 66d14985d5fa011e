export type CloseWhenQuietDeps = {
  /** Nothing on the line, and nothing left to tell of. */
  readonly isIdle: () => boolean;
  readonly close: () => void;
  /** ms, monotonic. */
  readonly now: () => number;
  /** Quiet for so long, nobody is dialing one call after another any more. */
  readonly patienceMs: number;
};

/**
 * Closes the phone page after the last call: Chrome takes no update while any page of an extension is open. The next
 * dial opens it again. The answer is to be called every now and then.
 */
export function createCloseWhenQuiet({ isIdle, close, now, patienceMs }: CloseWhenQuietDeps): () => void {
  let busyAt = now();
  return () => {
    if (!isIdle()) busyAt = now();
    else if (now() - busyAt >= patienceMs) close();
  };
}
