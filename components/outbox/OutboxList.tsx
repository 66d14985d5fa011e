import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import { useStores } from '@/lib/view/panel/panel-context';
import type { OutboxGroupStore } from '@/lib/view/outbox/outbox-group';
import { GroupHeading, HEADING_HEIGHT } from './GroupHeading';
import { OutboxRowView } from './OutboxRowView';
import { placeRows, type Placed } from './place-rows';
import { createRowHeights, type RowHeights } from './row-heights';
import { useSteadySight } from './steady-sight';

/** Scrolling draws anew once every so many pixels, not with each of them. */
const STEP = 120;

export type ShownGroup = { readonly store: OutboxGroupStore; readonly isOpen: boolean };

/** The groups one below the other, and of their rows those in sight. One row is the tab stop; J, K and arrows move it. */
export function OutboxList(props: {
  readonly groups: readonly ShownGroup[];
  readonly onToggle: (group: OutboxGroupStore) => void;
  readonly onUndo: (row: OutboxRow) => void;
}) {
  const { outbox } = useStores();
  const scroller = useRef<HTMLDivElement>(null);
  const heights = useMemo(createRowHeights, []);
  const step = useSignal(0);
  const height = useSignal(900);
  const heightOf = heights.current.value;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = new ResizeObserver(() => {
      height.value = element.clientHeight;
    });
    measure.observe(element);
    return () => measure.disconnect();
  }, [height]);

  const current = outbox.current.value;
  const drafts = outbox.editing.drafts.value;
  let bottom = 0;
  const placed = props.groups.map(({ store, isOpen }) => {
    const rows = isOpen ? store.rows.value : [];
    const start = bottom + HEADING_HEIGHT;
    const kept = rows.flatMap((row, index) => (row.entryId === current || drafts.has(row.entryId) ? [index] : []));
    const sight = { top: step.value * STEP - start, height: height.value + STEP };
    const place = placeRows(rows.map(heightOf), sight, kept);
    bottom = start + place.height;
    return { store, isOpen, rows, start, place };
  });
  const shown = placed.flatMap(({ rows, place }) => place.rows.map(({ index }) => rows[index]?.entryId));
  const tabStop = shown.includes(current === '' ? undefined : current) ? current : shown[0];

  useEffect(() => {
    for (const { store, isOpen, place } of placed) {
      if (isOpen) store.look(place.rows[0]?.index ?? 0, place.rows.at(-1)?.index ?? 0);
    }
  });
  const steady = useSteadySight(
    scroller,
    placed.flatMap(({ start, place, rows }) =>
      place.rows.map(({ index, top }) => ({ id: rows[index]?.entryId ?? '', top: start + top })),
    ),
  );

  return (
    <div
      class="outbox-scroller"
      ref={scroller}
      tabIndex={-1}
      onScroll={(event) => {
        step.value = Math.floor(event.currentTarget.scrollTop / STEP);
        steady.note();
      }}
    >
      {placed.map(({ store, isOpen, rows, place }) => (
        <section key={store.group} aria-labelledby={`heading-${store.group}`}>
          <GroupHeading store={store} isOpen={isOpen} onToggle={() => props.onToggle(store)} />
          {isOpen && (
            <Rows
              rows={rows}
              place={place}
              total={store.total.value}
              tabStop={tabStop ?? ''}
              heights={heights}
              onUndo={props.onUndo}
            />
          )}
        </section>
      ))}
    </div>
  );
}

function Rows(props: {
  readonly rows: readonly OutboxRow[];
  readonly place: Placed;
  readonly total: number;
  readonly tabStop: string;
  readonly heights: RowHeights;
  readonly onUndo: (row: OutboxRow) => void;
}) {
  const { rows, place, heights } = props;
  return (
    <ul class="entries" style={{ height: `${place.height}px` }}>
      {place.rows.map(({ index, top }) => {
        const row = rows[index];
        return (
          row && (
            <OutboxRowView
              key={row.entryId}
              row={row}
              top={top}
              place={index + 1}
              count={props.total}
              isTabStop={row.entryId === props.tabStop}
              heights={heights}
              onUndo={props.onUndo}
            />
          )
        );
      })}
    </ul>
  );
}
