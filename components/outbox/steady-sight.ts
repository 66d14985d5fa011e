import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export type DrawnRow = { readonly id: string; readonly top: number };

const NONE: DrawnRow = { id: '', top: 0 };

/**
 * What the rep looks at stays where it is when rows above it come, go or turn out to be of another height: the list is
 * scrolled by as much as its first row in sight has moved. Scrolling itself moves no row, so nobody's scrolling is undone.
 * At the very top nothing is held: there the newest is what should be seen.
 */
export function useSteadySight(scroller: RefObject<HTMLElement | null>, drawn: readonly DrawnRow[]) {
  const anchor = useRef<DrawnRow>(NONE);
  const rows = useRef(drawn);
  rows.current = drawn;

  const note = (): void => {
    const element = scroller.current;
    anchor.current = (element && firstInSight(rows.current, element)) ?? NONE;
  };
  useLayoutEffect(() => {
    const moved = (drawn.find(({ id }) => id === anchor.current.id)?.top ?? anchor.current.top) - anchor.current.top;
    if (scroller.current && Math.abs(moved) >= 1) scroller.current.scrollTop += moved;
    note();
  });
  return { note };
}

function firstInSight(drawn: readonly DrawnRow[], { scrollTop, clientHeight }: HTMLElement): DrawnRow | undefined {
  if (scrollTop === 0) return undefined;
  return drawn.find(({ top }) => top >= scrollTop && top < scrollTop + clientHeight);
}
