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
  const state: { plan: Plan; calls: number; isOn: boolean; losesAnswer: boolean } = {
    plan: () => undefined,
    calls: 0,
    isOn: false,
    losesAnswer: false,
  };
  const undo: (() => void)[] = [];
  for (const [prototype, names] of PATCHED) {
    const target = prototype as unknown as Record<string, (...input: unknown[]) => unknown>;
    for (const name of names) {
      const original = target[name];
      if (!original) throw new Error(`fake-indexeddb has no ${name}`);
      target[name] = function (this: unknown, ...input: unknown[]): unknown {
        const failure = state.isOn ? state.plan((state.calls += 1)) : undefined;
        if (failure) throw new DOMException(`${failure}: FILE_ERROR_NO_SPACE`, failure);
        const answer = original.apply(this, input);
        if (name === 'transaction' && input[1] === 'readwrite' && state.losesAnswer) {
          state.losesAnswer = false;
          loseAnswer(answer as IDBTransaction);
        }
        return answer;
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
    /** The next transaction is written, and then told to have been cut: the worst that a failing disk could say. */
    loseNextCommitAnswer: (): void => {
      run(() => undefined);
      state.losesAnswer = true;
    },
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

/** Whoever waits for the transaction's end is told that it was aborted, once it is complete. */
function loseAnswer(transaction: IDBTransaction): void {
  const listen = transaction.addEventListener.bind(transaction);
  const aborted: ((event: Event) => void)[] = [];
  transaction.addEventListener = (type: string, listener: (event: Event) => void): void => {
    if (type === 'abort') aborted.push(listener);
    const heard = type === 'complete' ? () => aborted.forEach((tell) => tell(new Event('abort'))) : listener;
    listen(type, heard);
  };
}
