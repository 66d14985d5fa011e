export type Sight = { readonly top: number; readonly height: number };

/** A row to draw: its index in its group and how far down its group it stands, in pixels. */
export type PlacedRow = { readonly index: number; readonly top: number };

export type Placed = { readonly rows: readonly PlacedRow[]; readonly height: number };

/** Pixels drawn beyond what is seen, each way: about six rows. */
export const OVERSCAN = 900;

/**
 * The rows of a group that are in sight, however many there are; each may have a height of its own. `kept` are drawn
 * wherever they stand: one has the focus or is being written in.
 */
export function placeRows(heights: readonly number[], sight: Sight, kept: readonly number[]): Placed {
  const from = sight.top - OVERSCAN;
  const to = sight.top + sight.height + OVERSCAN;
  const rows: PlacedRow[] = [];
  let top = 0;
  for (const [index, height] of heights.entries()) {
    if ((top + height > from && top < to) || kept.includes(index)) rows.push({ index, top });
    top += height;
  }
  return { rows, height: top };
}
