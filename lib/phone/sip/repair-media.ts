/** Chrome notices a silent network after about six seconds; most outages are over in two. */
const FIRST_TRY_MS = 2_000;
const NEXT_TRY_MS = 5_000;
const GIVE_UP_MS = 30_000;

/**
 * Sound that stopped flowing is looked for on another way: again and again for half a minute, and at once when the
 * computer has changed its network. Returns what ends the watch.
 */
export function repairMedia(connection: RTCPeerConnection, restartIce: () => void, onLost: () => void): () => void {
  const watch = new AbortController();
  const { signal } = watch;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let brokenAt: number | undefined;

  const tryAgain = (): void => {
    if (brokenAt === undefined || signal.aborted) return;
    if (performance.now() - brokenAt > GIVE_UP_MS) return onLost();
    restartIce();
    timer = setTimeout(tryAgain, NEXT_TRY_MS);
  };
  connection.addEventListener(
    'iceconnectionstatechange',
    () => {
      const isBroken = connection.iceConnectionState === 'disconnected' || connection.iceConnectionState === 'failed';
      if (!isBroken) {
        brokenAt = undefined;
        clearTimeout(timer);
        return;
      }
      if (brokenAt !== undefined) return;
      brokenAt = performance.now();
      timer = setTimeout(tryAgain, FIRST_TRY_MS);
    },
    { signal },
  );
  addEventListener('online', restartIce, { signal });
  return () => {
    watch.abort();
    clearTimeout(timer);
  };
}
