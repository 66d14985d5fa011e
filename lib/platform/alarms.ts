import { browser } from 'wxt/browser';

export const OUTBOX_ALARM = 'outbox';
export const STORAGE_ALARM = 'storage';
export const ERASURE_ALARM = 'erasure';

export type Alarms = ReturnType<typeof createAlarms>;

/** One named, one-shot alarm: Chrome rings it even when the worker has been stopped. */
export function createAlarms() {
  return {
    /** Rings at `at` (ms since the epoch), never sooner than Chrome allows (30 s in packed extensions). */
    wakeAt: async (name: string, at: number): Promise<void> => {
      const known = await browser.alarms.get(name);
      // Creating an existing alarm resets it, so a moved one only: a long wait must not start over at each worker start.
      if (known?.scheduledTime === at) return;
      await browser.alarms.create(name, { when: at });
    },
    /** Leaves a sooner alarm alone; otherwise it rings at `at`. */
    wakeAtLatest: async (name: string, at: number): Promise<void> => {
      const known = await browser.alarms.get(name);
      if (!known || known.scheduledTime > at) await browser.alarms.create(name, { when: at });
    },
    clear: async (name: string): Promise<void> => {
      await browser.alarms.clear(name);
    },
    onRing: (name: string, ring: () => void): void => {
      browser.alarms.onAlarm.addListener((alarm) => {
        if (alarm.name === name) ring();
      });
    },
  };
}
