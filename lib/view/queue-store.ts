import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { DueWork } from '@/lib/domain/due-work';
import type { sendToWorker } from '@/lib/messaging/client';
import type { QueueSnapshot } from '@/lib/storage/snapshots';
import type { Notices } from './notices';

export type CadenceChoice = { readonly id: string; readonly name: string; readonly count: number };

export type QueueStore = ReturnType<typeof createQueueStore>;

/** The queue as the rep filters it. */
export function createQueueStore(deps: {
  readonly send: typeof sendToWorker;
  readonly queue: ReadonlySignal<QueueSnapshot | undefined>;
  readonly notices: Notices;
}) {
  const cadence = signal('');
  const search = signal('');
  const rows = computed(() => deps.queue.value?.rows ?? []);
  const shown = computed(() => rows.value.filter((row) => isIn(row, cadence.value) && matches(row, search.value)));
  return {
    queue: deps.queue,
    rows,
    cadence,
    search,
    overdue: computed(() => shown.value.filter((row) => row.isOverdue)),
    today: computed(() => shown.value.filter((row) => !row.isOverdue)),
    isFiltered: computed(() => cadence.value !== '' || search.value.trim() !== ''),
    cadences: computed(() => cadenceChoices(rows.value, deps.queue.value)),
    clearFilter: (): void => {
      cadence.value = '';
      search.value = '';
    },
    read: (why: 'opened' | 'asked'): Promise<unknown> => deps.notices.run(() => deps.send('queue.read', { why })),
  };
}

function isIn(row: DueWork, cadence: string): boolean {
  return cadence === '' || row.cadenceId === cadence;
}

function matches(row: DueWork, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return true;
  const digits = wanted.replace(/\D/g, '');
  const isNumber = digits.length >= 3 && /^[\d\s()+.-]+$/.test(wanted);
  if (isNumber) return row.numbers.some((number) => (number.e164 ?? number.raw).replace(/\D/g, '').includes(digits));
  return [row.name, row.company, row.title].some((field) => field.toLowerCase().includes(wanted));
}

/** Cadences with due work by name, then the others. */
function cadenceChoices(rows: readonly DueWork[], queue: QueueSnapshot | undefined): readonly CadenceChoice[] {
  const due = new Map<string, CadenceChoice>();
  for (const { cadenceId, cadenceName } of rows) {
    if (!cadenceId) continue;
    const count = (due.get(cadenceId)?.count ?? 0) + 1;
    due.set(cadenceId, { id: cadenceId, name: cadenceName, count });
  }
  const others = (queue?.otherCadences ?? [])
    .filter(({ cadenceId }) => !due.has(cadenceId))
    .map(({ cadenceId, name }) => ({ id: cadenceId, name, count: 0 }));
  return [...[...due.values()].sort(byName), ...others.sort(byName)];
}

function byName(one: CadenceChoice, other: CadenceChoice): number {
  return one.name.localeCompare(other.name);
}
