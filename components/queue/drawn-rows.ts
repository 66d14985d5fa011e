/** As in queue.css: rows and headings have one height each, so that what is out of sight need not be drawn. */
export const ROW_HEIGHT = 116;
export const HEADING_HEIGHT = 40;

/** Rows drawn beyond what is seen, each way. */
const OVERSCAN = 6;

export type Drawn<Row> = {
  readonly rows: readonly Row[];
  /** Where the first drawn row stands in its group, from 0. */
  readonly from: number;
  /** Pixels that stand for the rows not drawn. */
  readonly before: number;
  readonly after: number;
};

export type Sight = { readonly top: number; readonly height: number };

/** The rows of a group that are in sight; `start` is where its first row begins, in pixels from the list's top. */
export function drawnRows<Row>(all: readonly Row[], start: number, { top, height }: Sight): Drawn<Row> {
  const first = Math.floor((top - start) / ROW_HEIGHT) - OVERSCAN;
  const count = Math.ceil(height / ROW_HEIGHT) + 2 * OVERSCAN;
  const from = Math.min(Math.max(0, first), Math.max(0, all.length - 1));
  const to = Math.min(all.length, Math.max(from + 1, first + count));
  return {
    rows: all.slice(from, to),
    from,
    before: from * ROW_HEIGHT,
    after: (all.length - to) * ROW_HEIGHT,
  };
}

/** Where each group's first row begins, in pixels from the list's top. */
export function startsOf(counts: readonly number[]): readonly number[] {
  let bottom = 0;
  return counts.map((count) => {
    const start = bottom + HEADING_HEIGHT;
    bottom = start + count * ROW_HEIGHT;
    return start;
  });
}

/** How far to scroll so that a row can be seen with some of what is before it; undefined when it is in sight. */
export function scrollToRow(rowTop: number, { top, height }: Sight): number | undefined {
  if (rowTop >= top && rowTop + ROW_HEIGHT <= top + height) return undefined;
  return Math.max(0, rowTop - Math.floor(height / 3));
}
