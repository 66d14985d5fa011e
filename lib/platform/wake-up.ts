import type { Alarms } from './alarms';

/** Chrome rounds shorter alarms of packed extensions up to this. */
const ALARM_MINIMUM_MS = 30_000;

export type WakeUp = {
  at(time: number): Promise<void>;
  /** Something is about to be done that must be gone on with if the worker dies in it: an alarm stands behind it. */
  standBy(): Promise<void>;
  cancel(): Promise<void>;
};

/**
 * Rings at a planned time. An alarm does it whatever happens to the worker; when the time is nearer than an alarm
 * can be, a timer rings first while the worker lives, and the alarm stays behind it in case it does not.
 */
export function createWakeUp(deps: {
  readonly alarms: Alarms;
  readonly name: string;
  readonly now: () => number;
  readonly ring: () => void;
}): WakeUp {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    at: async (time) => {
      clearTimeout(timer);
      const delay = Math.max(0, time - deps.now());
      if (delay < ALARM_MINIMUM_MS) timer = setTimeout(deps.ring, delay);
      await deps.alarms.wakeAt(deps.name, Math.max(time, deps.now() + ALARM_MINIMUM_MS));
    },
    standBy: () => deps.alarms.wakeAtLatest(deps.name, deps.now() + ALARM_MINIMUM_MS),
    cancel: async () => {
      clearTimeout(timer);
      await deps.alarms.clear(deps.name);
    },
  };
}
