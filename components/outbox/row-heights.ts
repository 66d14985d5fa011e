import { signal } from '@preact/signals';
import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';

/** Before any row of its state has been drawn. */
const FIRST_GUESS = 170;

/** The heights of rows as they were drawn; a row not drawn yet is taken to be like the first one of its state. */
export function createRowHeights() {
  const known = new Map<string, number>();
  const usual = new Map<string, number>();
  const heightOf = (row: OutboxRow): number => known.get(row.entryId) ?? usual.get(row.state) ?? FIRST_GUESS;
  let width = 0;
  /** A new function each time a height has changed: whoever places rows by it places them again. */
  const current = signal<(row: OutboxRow) => number>((row) => heightOf(row));
  return {
    current,
    note: (row: OutboxRow, drawn: { readonly offsetWidth: number; readonly offsetHeight: number }): void => {
      const { offsetWidth, offsetHeight } = drawn;
      if (offsetHeight === 0) return;
      // At another width every line breaks elsewhere, also of the rows that are not drawn.
      if (offsetWidth !== width) {
        known.clear();
        usual.clear();
        width = offsetWidth;
      }
      if (known.get(row.entryId) === offsetHeight) return;
      known.set(row.entryId, offsetHeight);
      // The first one drawn stands for its state: a guess that changed with every row would move everything.
      if (!usual.has(row.state)) usual.set(row.state, offsetHeight);
      current.value = (asked) => heightOf(asked);
    },
  };
}

export type RowHeights = ReturnType<typeof createRowHeights>;
