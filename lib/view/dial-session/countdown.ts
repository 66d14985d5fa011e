import { signal, type ReadonlySignal } from '@preact/signals';

export type Countdown = {
  /** Whole seconds left; undefined while nothing is counted. */
  readonly left: ReadonlySignal<number | undefined>;
  readonly start: (seconds: number, onDone: () => void) => void;
  readonly stop: () => void;
};

/** Counts seconds down to something that happens by itself, unless it is stopped. */
export function createCountdown(): Countdown {
  const left = signal<number | undefined>(undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    left.value = undefined;
  };
  const tick = (seconds: number, onDone: () => void): void => {
    if (seconds <= 0) {
      stop();
      return onDone();
    }
    left.value = seconds;
    timer = setTimeout(() => tick(seconds - 1, onDone), 1_000);
  };
  return {
    left,
    start: (seconds, onDone) => {
      stop();
      tick(seconds, onDone);
    },
    stop,
  };
}
