import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DueWork } from '@/lib/domain/queue/due-work';
import { afterFrame } from '@/lib/view/core/after-frame';
import { useStores } from '@/lib/view/panel/panel-context';
import { markOf } from '@/lib/view/guards/guard-words';
import { Icon } from '@/components/ui/Icon';
import { drawnRows, ROW_HEIGHT, scrollToRow, startsOf, type Drawn } from './drawn-rows';
import { QueueRow } from './QueueRow';

export type QueueGroup = {
  readonly id: string;
  readonly heading: string;
  readonly isOverdue: boolean;
  readonly rows: readonly DueWork[];
};

/** The rows in sight of however many there are. One of them is the list's tab stop; J, K and the arrows move it. */
export function QueueList({ groups }: { readonly groups: readonly QueueGroup[] }) {
  const { queue, settings } = useStores();
  const scroller = useRef<HTMLDivElement>(null);
  /** Whole rows only: what is drawn changes once a row, not with every pixel. */
  const topRow = useSignal(0);
  // Measured after the first frame: until then the few rows of the overscan are drawn, so that it comes soon.
  const height = useSignal(0);
  const shown = groups.filter((group) => group.rows.length > 0);
  const starts = startsOf(shown.map((group) => group.rows.length));

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const current = queue.current.peek();
    const group = shown.findIndex(({ rows }) => rows.some((row) => row.workId === current));
    const place = shown[group]?.rows.findIndex((row) => row.workId === current) ?? -1;
    const top = scrollToRow((starts[group] ?? 0) + place * ROW_HEIGHT, { top: 0, height: element.clientHeight });
    // After a call the list is drawn anew: it goes on where the rep was.
    if (place >= 0 && top !== undefined) {
      element.scrollTop = top;
      topRow.value = Math.floor(top / ROW_HEIGHT);
    }
    const measure = new ResizeObserver(() => {
      height.value = element.clientHeight;
    });
    afterFrame(() => measure.observe(element));
    return () => measure.disconnect();
    // Only when the list appears: rows that come and go later do not move it.
  }, []);

  const sight = { top: topRow.value * ROW_HEIGHT, height: height.value };
  const drawn = shown.map((group, index) => ({ ...group, drawn: drawnRows(group.rows, starts[index] ?? 0, sight) }));
  const inSight = drawn
    .flatMap((group) => group.drawn.rows)
    .filter((row) => markOf(row.person, settings.value)?.isBarred !== true);
  const tabStop = inSight.find((row) => row.workId === queue.current.value) ?? inSight[0];
  return (
    <div
      class="queue-scroller"
      ref={scroller}
      tabIndex={-1}
      onScroll={(event) => {
        topRow.value = Math.floor(event.currentTarget.scrollTop / ROW_HEIGHT);
      }}
    >
      {drawn.map((group) => (
        <Group key={group.id} group={group} drawn={group.drawn} tabStop={tabStop?.workId ?? ''} />
      ))}
    </div>
  );
}

function Group({
  group,
  drawn,
  tabStop,
}: {
  readonly group: QueueGroup;
  readonly drawn: Drawn<DueWork>;
  readonly tabStop: string;
}) {
  return (
    <section aria-labelledby={`heading-${group.id}`}>
      <h2 class={`queue-heading ${group.isOverdue ? 'overdue' : ''}`} id={`heading-${group.id}`}>
        {group.isOverdue && <Icon name="clock" />}
        {group.heading}
        <span class="queue-count" aria-hidden="true">
          {group.rows.length}
        </span>
      </h2>
      <ul style={{ paddingTop: `${drawn.before}px`, paddingBottom: `${drawn.after}px` }}>
        {drawn.rows.map((work, index) => (
          <QueueRow
            key={work.workId}
            work={work}
            place={drawn.from + index + 1}
            count={group.rows.length}
            isTabStop={work.workId === tabStop}
          />
        ))}
      </ul>
    </section>
  );
}
