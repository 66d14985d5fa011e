/** An extension that is updated or removed under an open page cannot say so: asked this often, it is found out. */
const STILL_THERE_MS = 2_000;

export type UntilGone = {
  /** Aborted once the extension is gone. */
  readonly signal: AbortSignal;
  /** Whether it is gone now; what is asked of Chrome then would throw. */
  readonly isGone: () => boolean;
};

/**
 * Tells when the extension is gone under the page. Chrome alone is asked, by `isThere`; no event of the page counts: one that
 * a script of ours could send, a script of the page could send too.
 */
export function watchUntilGone(isThere: () => boolean): UntilGone {
  const gone = new AbortController();
  const isGone = (): boolean => {
    if (!isThere()) gone.abort();
    return gone.signal.aborted;
  };
  const asking = setInterval(isGone, STILL_THERE_MS);
  gone.signal.addEventListener('abort', () => clearInterval(asking));
  return { signal: gone.signal, isGone };
}
