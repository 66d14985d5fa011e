import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import { byPlace, type OutboxGroup, type OutboxPlace, type OutboxSpan } from '@/lib/domain/outbox/outbox-place';
import { NO_FILTER, rowGroup, rowPlace, type OutboxFilter, type OutboxRow } from '@/lib/domain/outbox/outbox-row';
import type { sendToWorker } from '@/lib/messaging/client';
import type { OutboxView } from '@/lib/domain/outbox/outbox-view';
import type { Published } from '@/lib/storage/snapshots/snapshots';
import type { Notices } from '@/lib/view/core/notices';

export type OutboxGroupStore = ReturnType<typeof createOutboxGroup>;

/** Rows asked for before the rep gets to the last one there is. */
const AHEAD = 40;

/** A stretch below the snapshot's head, as it was read; `end` is null when nothing comes after it. */
type Page = { readonly rows: readonly OutboxRow[]; readonly end: OutboxPlace | null; readonly asOf: number };

/**
 * One group of the outbox. Its head comes with every snapshot; the rest is read in pages as the rep scrolls there, and
 * a page in sight is read again when the outbox has changed. With a filter there is no head: the worker looks for all.
 */
export function createOutboxGroup(
  group: OutboxGroup,
  deps: {
    readonly send: typeof sendToWorker;
    readonly outbox: ReadonlySignal<Published<OutboxView> | undefined>;
    readonly filter: ReadonlySignal<OutboxFilter>;
    readonly notices: Notices;
  },
) {
  const pages = signal<readonly Page[]>([]);
  let isReading = false;

  const isFiltered = computed(() => deps.filter.value !== NO_FILTER);
  const counted = computed(() => countOf(group, deps.outbox.value));
  const head = computed<readonly OutboxRow[]>(() => {
    if (isFiltered.value) return [];
    const rows = deps.outbox.value?.entries.filter((row) => rowGroup(row) === group) ?? [];
    return [...rows].sort((one, other) => byPlace(rowPlace(one), rowPlace(other)));
  });
  const isHeadAll = computed(() => !isFiltered.value && head.value.length >= counted.value);
  const headEnd = computed(() => {
    const last = head.value.at(-1);
    return last && rowPlace(last);
  });
  const rows = computed<readonly OutboxRow[]>(() => {
    if (isHeadAll.value) return head.value;
    const below = headEnd.value;
    const rest = pages.value.flatMap((page) => page.rows);
    return [...head.value, ...(below ? rest.filter((row) => byPlace(rowPlace(row), below) > 0) : rest)];
  });
  const isWhole = computed(() => isHeadAll.value || pages.value.at(-1)?.end === null);

  deps.filter.subscribe(() => {
    pages.value = [];
  });

  /** Puts what was read in the place of page `index`, unless the rep is looking for something else by now. */
  const read = async (index: number, span: OutboxSpan): Promise<void> => {
    isReading = true;
    const filter = deps.filter.peek();
    const asOf = deps.outbox.peek()?.asOf ?? 0;
    const page = await deps.notices
      .attend(() => deps.send('outbox.list', { group, span, filter }))
      .finally(() => {
        isReading = false;
      });
    if (!page || filter !== deps.filter.peek()) return;
    batch(() => {
      const known = pages.peek();
      const end = span.until ?? page.end;
      pages.value = [...known.slice(0, index), { rows: page.rows, end, asOf }, ...known.slice(index + 1)];
    });
  };

  const startOf = (index: number): OutboxPlace | undefined =>
    index === 0 ? headEnd.peek() : (pages.peek()[index - 1]?.end ?? undefined);
  const from = (after: OutboxPlace | undefined): OutboxSpan => (after ? { after } : {});

  return {
    group,
    rows,
    isWhole,
    /** How many there are, as far as that is known. */
    total: computed(() => (isFiltered.value ? rows.value.length : Math.max(counted.value, rows.value.length))),
    /** Told which rows are drawn, it sees to it that they are there, and as they are by now. */
    look: (first: number, last: number): void => {
      if (isReading || isHeadAll.peek()) return;
      const known = pages.peek();
      if (!isWhole.peek() && last + AHEAD >= rows.peek().length)
        return void read(known.length, from(startOf(known.length)));
      const asOf = deps.outbox.peek()?.asOf ?? 0;
      let top = head.peek().length;
      for (const [index, page] of known.entries()) {
        const isInSight = top <= last && top + page.rows.length >= first;
        if (isInSight && page.asOf < asOf) {
          return void read(index, { ...from(startOf(index)), ...(page.end ? { until: page.end } : {}) });
        }
        top += page.rows.length;
      }
    },
  };
}

function countOf(group: OutboxGroup, outbox: OutboxView | undefined): number {
  if (!outbox) return 0;
  if (group === 'needsAttention') return outbox.needsAttention;
  return group === 'delivered' ? outbox.deliveredToday : outbox.unsent - outbox.needsAttention;
}
