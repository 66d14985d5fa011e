import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export type DrawnRow = { readonly id: string; readonly top: number };

/**
 * What the rep looks at stays where it is when rows above it come, go or turn out to be of another height. At the very
 * top nothing is held: there the newest is what should be seen.
 */
export function useSteadySight(scroller: RefObject<HTMLElement | null>, drawn: readonly DrawnRow[]) {
  const anchor = useRef<{ readonly id: string; readonly offset: number }>({ id: '', offset: 0 });
  const rows = useRef(drawn);
  rows.current = drawn;

  const note = (): void => {
    const top = scroller.current?.scrollTop ?? 0;
    const first = top === 0 ? undefined : rows.current.find((row) => row.top >= top);
    anchor.current = first ? { id: first.id, offset: first.top - top } : { id: '', offset: 0 };
  };
  useLayoutEffect(() => {
    const element = scroller.current;
    const row = drawn.find(({ id }) => id === anchor.current.id);
    if (!element || !row) return;
    const drift = row.top - anchor.current.offset - element.scrollTop;
    if (Math.abs(drift) >= 1) element.scrollTop += drift;
  });
  return { note };
}
