import { useComputed, useSignal, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { DueWork } from '@/lib/domain/due-work';
import { Icon } from '@/components/ui/Icon';
import { QueueRow } from './QueueRow';

/** As in queue.css: rows and headings have one height each, so that what is out of sight need not be drawn. */
const ROW_HEIGHT = 124;
const HEADING_HEIGHT = 40;

/** Rows drawn beyond what is seen, each way. */
const OVERSCAN = 6;

export type QueueGroup = {
  readonly id: string;
  readonly heading: string;
  readonly isOverdue: boolean;
  readonly rows: readonly DueWork[];
};

/** The rows in sight of however many there are. */
export function QueueList({ groups }: { readonly groups: readonly QueueGroup[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const top = useSignal(0);
  const height = useSignal(900);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = new ResizeObserver(() => {
      height.value = element.clientHeight;
    });
    measure.observe(element);
    return () => measure.disconnect();
  }, [height]);

  let offset = 0;
  return (
    <div
      class="queue-scroller"
      ref={scroller}
      tabIndex={-1}
      onKeyDown={moveBetweenCalls}
      onScroll={(event) => {
        top.value = event.currentTarget.scrollTop;
      }}
    >
      {groups
        .filter((group) => group.rows.length > 0)
        .map((group) => {
          const start = offset + HEADING_HEIGHT;
          offset = start + group.rows.length * ROW_HEIGHT;
          return <Group key={group.id} group={group} start={start} top={top} height={height} />;
        })}
    </div>
  );
}

function Group(props: {
  readonly group: QueueGroup;
  readonly start: number;
  readonly top: Signal<number>;
  readonly height: Signal<number>;
}) {
  const { group, start, top, height } = props;
  const first = useComputed(() => Math.max(0, Math.floor((top.value - start) / ROW_HEIGHT) - OVERSCAN));
  const visible = Math.ceil(height.value / ROW_HEIGHT) + 2 * OVERSCAN;
  const from = Math.min(first.value, Math.max(0, group.rows.length - 1));
  const rows = group.rows.slice(from, from + visible);
  const after = group.rows.length - from - rows.length;
  return (
    <section aria-labelledby={`heading-${group.id}`}>
      <h2 class={`queue-heading ${group.isOverdue ? 'overdue' : ''}`} id={`heading-${group.id}`}>
        {group.isOverdue && <Icon name="clock" />}
        {group.heading}
        <span class="queue-count" aria-hidden="true">
          {group.rows.length}
        </span>
      </h2>
      <ul style={{ paddingTop: `${from * ROW_HEIGHT}px`, paddingBottom: `${after * ROW_HEIGHT}px` }}>
        {rows.map((work, index) => (
          <QueueRow key={work.workId} work={work} place={from + index + 1} count={group.rows.length} />
        ))}
      </ul>
    </section>
  );
}

/** J and K or the arrows go from one call button to the next. */
function moveBetweenCalls(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key] ?? 0;
  const from = event.target;
  if (step === 0 || !(from instanceof HTMLButtonElement)) return;
  const list = event.currentTarget as HTMLElement;
  const buttons = [...list.querySelectorAll<HTMLButtonElement>('.row-call .button:not(:disabled)')];
  const next = buttons[buttons.indexOf(from) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
