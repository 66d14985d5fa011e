/** Chrome notices a silent network after about six seconds; most outages are over in two. */
const FIRST_TRY_MS = 2_000;
const NEXT_TRY_MS = 5_000;
const GIVE_UP_MS = 30_000;

const BROKEN: readonly RTCIceConnectionState[] = ['disconnected', 'failed'];
const WHOLE: readonly RTCIceConnectionState[] = ['connected', 'completed'];

/**
 * Sound that stopped flowing is looked for on another way: again and again for half a minute, and at once when the
 * computer has changed its network. A try under way (`checking`) has not mended anything yet. Returns what ends the watch.
 */
export function repairMedia(connection: RTCPeerConnection, tryAgain: () => void, onLost: () => void): () => void {
  const watch = new AbortController();
  const { signal } = watch;
  let tries: ReturnType<typeof setTimeout> | undefined;
  let end: ReturnType<typeof setTimeout> | undefined;

  const rest = (): void => {
    clearTimeout(tries);
    clearTimeout(end);
    end = undefined;
  };
  const goOn = (): void => {
    tryAgain();
    tries = setTimeout(goOn, NEXT_TRY_MS);
  };
  connection.addEventListener(
    'iceconnectionstatechange',
    () => {
      if (WHOLE.includes(connection.iceConnectionState)) return rest();
      if (end !== undefined || !BROKEN.includes(connection.iceConnectionState)) return;
      tries = setTimeout(goOn, FIRST_TRY_MS);
      end = setTimeout(() => {
        rest();
        onLost();
      }, GIVE_UP_MS);
    },
    { signal },
  );
  addEventListener('online', tryAgain, { signal });
  return () => {
    watch.abort();
    rest();
  };
}
