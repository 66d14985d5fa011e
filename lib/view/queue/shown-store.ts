import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { ShownPerson } from '@/lib/domain/queue/shown-person';
import type { ShownSnapshot } from '@/lib/storage/snapshots/snapshots';
import type { QueueStore } from './queue-store';

export type ShownStore = ReturnType<typeof createShownStore>;

/** Whom the Salesloft page beside this panel shows. The panel follows it, unless it is told to stay. */
export function createShownStore(deps: {
  readonly snapshot: ReadonlySignal<ShownSnapshot | undefined>;
  /** Of the browser; undefined until Chrome has said. */
  readonly windowId: ReadonlySignal<number | undefined>;
  readonly queue: Pick<QueueStore, 'shown' | 'current'>;
}) {
  const kept = signal<ShownPerson | undefined>(undefined);
  /** Closed by the rep: not shown again until the page shows somebody else. */
  const closed = signal('');
  const onPage = computed(() => deps.snapshot.value?.people[String(deps.windowId.value ?? '')]);
  const person = computed(() => {
    const shown = kept.value ?? onPage.value;
    return shown && shown.work.workId !== closed.value ? shown : undefined;
  });
  let followed = '';
  effect(() => {
    const shown = onPage.value;
    const key = shown ? `${shown.work.workId} ${String(shown.chosenAt)}` : '';
    if (key === followed) return;
    followed = key;
    closed.value = '';
    // A press on the page is the rep's own word, and stands over an earlier one to stay.
    if (shown && shown.chosenAt > 0) kept.value = undefined;
    if (shown && !kept.peek() && deps.queue.shown.peek().some((row) => row.workId === shown.work.workId)) {
      deps.queue.current.value = shown.work.workId;
    }
  });
  return {
    person,
    isKept: computed(() => kept.value !== undefined),
    toggleStay: (): void => {
      kept.value = kept.peek() ? undefined : person.peek();
    },
    close: (): void => {
      closed.value = person.peek()?.work.workId ?? '';
      kept.value = undefined;
    },
    /** Salesloft's own dialer stands open in a tab of this browser. */
    isOtherDialerOpen: computed(() => (deps.snapshot.value?.dialerTabs.length ?? 0) > 0),
  };
}
