import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * One worker's life. Everything it reaches beyond its own memory passes through here; when it dies, what it had under way
 * is cut off for good: its transactions are undone, its requests go on in Salesloft, and no answer reaches it any more.
 */
export type Life = {
  readonly isOver: () => boolean;
  readonly end: Promise<void>;
  readonly kill: () => void;
  /** It dies at so many more reaches beyond its memory. */
  readonly dieIn: (reaches: number) => void;
  /** Runs the worker's own code. */
  readonly run: <Result>(work: () => Result) => Result;
};

const lives = new AsyncLocalStorage<Inner>();

type Inner = Life & {
  readonly transactions: Set<IDBTransaction>;
  readonly databases: Set<IDBDatabase>;
  breathe: () => void;
};

/** How many of the worker's reaches beyond its memory are under way; for waiting until it rests. */
const underWay = { count: 0 };

export function isAtWork(): boolean {
  return underWay.count > 0;
}

/** `reaches`: how often it may reach beyond its memory until it dies. */
export function beginLife(reaches: number): Life {
  const { promise: end, resolve } = Promise.withResolvers<void>();
  let left = reaches;
  let over = false;
  const inner: Inner = {
    transactions: new Set(),
    databases: new Set(),
    isOver: () => over,
    end,
    kill: () => {
      if (over) return;
      over = true;
      underWay.count -= inner.transactions.size;
      for (const transaction of inner.transactions) undo(transaction);
      inner.transactions.clear();
      for (const database of inner.databases) database.close();
      resolve();
    },
    dieIn: (reaches) => {
      left = reaches;
    },
    run: (work) => lives.run(inner, work),
    breathe: () => {
      left -= 1;
      if (left <= 0) inner.kill();
    },
  };
  return inner;
}

/** Whose code this is: undefined for the test's own. */
export function whoseLife(): Life | undefined {
  return lives.getStore();
}

/** Runs what is Chrome's own, and outlives the worker that asked for it: cut off with it, the reach that waits would never end. */
export function outsideLife<Result>(work: () => Result): Result {
  return lives.exit(work);
}

/** An asynchronous reach beyond the worker's memory. It may die before it, or after it and before the answer. */
export async function reach<Result>(work: () => Promise<Result>): Promise<Result> {
  const life = lives.getStore();
  life?.breathe();
  if (life?.isOver()) return never();
  underWay.count += 1;
  try {
    return await work();
  } finally {
    underWay.count -= 1;
    life?.breathe();
    if (life?.isOver()) await never();
  }
}

/**
 * A reading that the worker's code may share with whoever reads in the same turn, which here can be the next worker: it is
 * answered even to a dead one, whom the next reach stops. Unanswered, it would hold up the living.
 */
export async function glance<Result>(work: () => Promise<Result>): Promise<Result> {
  lives.getStore()?.breathe();
  underWay.count += 1;
  try {
    return await work();
  } finally {
    underWay.count -= 1;
  }
}

/** Puts fake-indexeddb under the same law: a dead worker opens nothing, and what it had not committed is undone. */
export function watchDatabase(): void {
  const open: IDBFactory['open'] = Reflect.get(IDBFactory.prototype, 'open');
  IDBFactory.prototype.open = function (this: IDBFactory, ...args) {
    const life = lives.getStore();
    life?.breathe();
    if (life?.isOver()) throw dead();
    const request = open.apply(this, args);
    request.addEventListener('success', () => life?.databases.add(request.result));
    return request;
  };
  const begin: IDBDatabase['transaction'] = Reflect.get(IDBDatabase.prototype, 'transaction');
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
    const life = lives.getStore();
    life?.breathe();
    if (life?.isOver()) throw dead();
    const transaction = begin.apply(this, args);
    underWay.count += 1;
    life?.transactions.add(transaction);
    const over = (): void => {
      life?.transactions.delete(transaction);
      underWay.count -= 1;
    };
    for (const type of ['complete', 'abort']) transaction.addEventListener(type, over, { once: true });
    return transaction;
  };
  const put: IDBObjectStore['put'] = Reflect.get(IDBObjectStore.prototype, 'put');
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
    const life = lives.getStore();
    life?.breathe();
    if (life?.isOver()) throw dead();
    return put.apply(this, args);
  };
}

/** Nothing is told of it: whoever would hear it is dead. */
function undo(transaction: IDBTransaction): void {
  const { _requests: requests = [] } = transaction as unknown as { _requests?: { readonly request?: EventTarget }[] };
  for (const target of [transaction, ...requests.flatMap(({ request }) => request ?? [])])
    target.dispatchEvent = () => true;
  try {
    transaction.abort();
  } catch {
    // It was over already.
  }
}

function dead(): DOMException {
  return new DOMException('This worker is dead.', 'InvalidStateError');
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
