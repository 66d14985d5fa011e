/** What may be told, by name, with what is told of it. */
type EventTable = { readonly [name: string]: readonly unknown[] };

export type Events<Table extends EventTable> = {
  on<Name extends keyof Table>(name: Name, listener: (...told: Table[Name]) => Promise<void> | void): void;
  /** Runs the listeners one after the other, in the order they subscribed in. Rejects with the first failure. */
  tell<Name extends keyof Table>(name: Name, ...told: Table[Name]): Promise<void>;
};

/** Connects parts that are built earlier with those built later: neither needs a reference to the other. */
export function createEvents<Table extends EventTable>(): Events<Table> {
  const listeners: { [Name in keyof Table]?: ((...told: Table[Name]) => Promise<void> | void)[] } = {};
  return {
    on: (name, listener) => {
      (listeners[name] ??= []).push(listener);
    },
    tell: async (name, ...told) => {
      for (const listener of listeners[name] ?? []) await listener(...told);
    },
  };
}
