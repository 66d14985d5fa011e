import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { firstDialable, type PersonNumber } from '@/lib/domain/call/person';
import type { DueWork } from '@/lib/domain/queue/due-work';
import type { sendToWorker } from '@/lib/messaging/client';
import type { QueueView } from '@/lib/domain/queue/queue-view';
import type { Notices } from '@/lib/view/core/notices';

export type CadenceChoice = { readonly id: string; readonly name: string; readonly count: number };

export type QueueStep = QueueView['step'];

export type QueueStore = ReturnType<typeof createQueueStore>;

/** The queue as the rep filters it. */
export function createQueueStore(deps: {
  readonly send: typeof sendToWorker;
  readonly queue: ReadonlySignal<QueueView | undefined>;
  readonly notices: Notices;
}) {
  const cadence = signal('');
  const search = signal('');
  const rows = computed(() => deps.queue.value?.rows ?? []);
  const shown = computed(() => rows.value.filter((row) => isIn(row, cadence.value) && matches(row, search.value)));
  /** The row where the keyboard stands, by its work; empty when nowhere yet. */
  const current = signal('');
  return {
    queue: deps.queue,
    rows,
    shown,
    cadence,
    search,
    current,
    /** A call to this row has begun: the keyboard goes on with the next one that can be called. */
    moveOn: (workId: string): void => {
      current.value = nextCallable(shown.value, workId)?.workId ?? '';
    },
    /** The number as the list writes it; as it was dialed when it is not on the list. */
    displayOf: (to: string): string =>
      rows.value.flatMap((row) => row.person.numbers).find((number) => number.e164 === to)?.display ?? to,
    /** What was typed is a number, not a name. */
    isNumberWanted: computed(() => digitsWanted(search.value) !== ''),
    overdue: computed(() => shown.value.filter((row) => row.isOverdue)),
    today: computed(() => shown.value.filter((row) => !row.isOverdue)),
    isFiltered: computed(() => cadence.value !== '' || search.value.trim() !== ''),
    cadences: computed(() => cadenceChoices(rows.value, deps.queue.value)),
    clearFilter: (): void => {
      cadence.value = '';
      search.value = '';
    },
    read: (why: 'opened' | 'asked'): Promise<unknown> =>
      deps.notices[why === 'asked' ? 'run' : 'attend'](() => deps.send('queue.read', { why })),
  };
}

function isIn(row: DueWork, cadence: string): boolean {
  return cadence === '' || row.cadenceId === cadence;
}

/** The next row after this one that has a number to dial; from the top again after the last. */
function nextCallable(rows: readonly DueWork[], workId: string): DueWork | undefined {
  const from = rows.findIndex((row) => row.workId === workId);
  const others = [...rows.slice(from + 1), ...rows.slice(0, Math.max(0, from))];
  return others.find(({ person }) => firstDialable(person));
}

/** The digits of a typed number; empty when it is no number, or too short to be told from a year or a house. */
function digitsWanted(search: string): string {
  const wanted = search.trim();
  const digits = wanted.replace(/\D/g, '');
  return digits.length >= 3 && /^[\d\s()+./-]+$/.test(wanted) ? digits : '';
}

function matches(row: DueWork, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return true;
  const digits = digitsWanted(search);
  if (digits !== '') return row.person.numbers.some((number) => hasDigits(number, digits));
  return [row.person.name, row.person.company, row.person.title].some((field) => field.toLowerCase().includes(wanted));
}

/** As dialed or as typed in Salesloft: with the country's code or without it. */
function hasDigits(number: PersonNumber, digits: string): boolean {
  return [number.e164 ?? '', number.raw].some((written) => written.replace(/\D/g, '').includes(digits));
}

/** Cadences with due work by name, then the others. */
function cadenceChoices(rows: readonly DueWork[], queue: QueueView | undefined): readonly CadenceChoice[] {
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
