import { IDBDatabase, IDBFactory, IDBIndex, IDBObjectStore } from 'fake-indexeddb';

/** The names under which Chromium tells of a failing disk, as they were seen. */
export const DISK_ERRORS = ['InvalidStateError', 'UnknownError', 'AbortError', 'QuotaExceededError'] as const;
export type DiskError = (typeof DISK_ERRORS)[number];

type Plan = (call: number) => DiskError | undefined;

const PATCHED = [
  [IDBFactory.prototype, ['open']],
  [IDBDatabase.prototype, ['transaction']],
  [IDBObjectStore.prototype, ['get', 'getKey', 'getAll', 'getAllKeys', 'put', 'count', 'openCursor']],
  [IDBIndex.prototype, ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor']],
] as const;

/** A new IndexedDB whose disk fails as it is told to, by the number of the call. */
export function failingDisk() {
  globalThis.indexedDB = new IDBFactory();
  const state: { plan: Plan; calls: number; isOn: boolean } = { plan: () => undefined, calls: 0, isOn: false };
  const undo: (() => void)[] = [];
  for (const [prototype, names] of PATCHED) {
    const target = prototype as unknown as Record<string, (...input: unknown[]) => unknown>;
    for (const name of names) {
      const original = target[name];
      if (!original) throw new Error(`fake-indexeddb has no ${name}`);
      target[name] = function (this: unknown, ...input: unknown[]): unknown {
        const failure = state.isOn ? state.plan((state.calls += 1)) : undefined;
        if (failure) throw new DOMException(`${failure}: FILE_ERROR_NO_SPACE`, failure);
        return original.apply(this, input);
      };
      undo.push(() => {
        target[name] = original;
      });
    }
  }
  const run = (plan: Plan): void => {
    state.plan = plan;
    state.calls = 0;
    state.isOn = true;
  };
  return {
    /** One call fails, counted from 1; everything else works. */
    failOnce: (at: number, error: DiskError): void => run((call) => (call === at ? error : undefined)),
    /** Everything fails from now on. */
    fill: (error: DiskError = 'UnknownError'): void => run(() => error),
    /** Everything works, and calls are counted. */
    heal: (): void => run(() => undefined),
    calls: (): number => state.calls,
    remove: (): void => {
      state.isOn = false;
      for (const put of undo.reverse()) put();
    },
  };
}
