import { signal, type ReadonlySignal } from '@preact/signals';

export type Clock = {
  /** ms since the epoch, moved on every second; for what counts seconds. */
  readonly second: ReadonlySignal<number>;
  /** The same, moved on every minute; for what is drawn in long lists. */
  readonly minute: ReadonlySignal<number>;
};

export function createClock(): Clock {
  const second = signal(Date.now());
  const minute = signal(Date.now());
  setInterval(() => {
    const now = Date.now();
    second.value = now;
    if (Math.floor(now / 60_000) !== Math.floor(minute.value / 60_000)) minute.value = now;
  }, 1_000);
  return { second, minute };
}
