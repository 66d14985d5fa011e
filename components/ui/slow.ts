import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** After this long the slow step is named. */
const SLOW_MS = 4_000;

/** True once something has gone on for longer than people wait without asking. */
export function useSlow(isUnderWay: boolean): ReadonlySignal<boolean> {
  const isSlow = useSignal(false);
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const timer = setTimeout(() => {
      isSlow.value = true;
    }, SLOW_MS);
    return () => {
      clearTimeout(timer);
      isSlow.value = false;
    };
  }, [isUnderWay, isSlow]);
  return isSlow;
}
