import type { Account, Rep } from '@/lib/domain/account';
import type { ApiFailure } from '@/lib/domain/api-result';
import type { DueWork } from '@/lib/domain/due-work';
import type { ErrorCode } from '@/lib/domain/errors';
import type { CadenceId } from '@/lib/domain/ids';
import { localTime } from '@/lib/domain/local-time';
import { gatherQueue } from './gather-queue';
import type { Moment, QueueSource } from './queue-port';

export type QueueView = {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly step: 'due-work' | 'people' | 'companies' | 'cadences' | 'none';
  readonly failure?: ErrorCode;
  readonly isComplete: boolean;
  readonly readAt: number;
  readonly rows: readonly DueWork[];
  readonly otherCadences: readonly { readonly cadenceId: CadenceId; readonly name: string }[];
};

export type ReadQueueDeps = {
  readonly source: QueueSource;
  readonly readAccount: () => Promise<Account>;
  readonly readView: () => Promise<QueueView | undefined>;
  readonly publish: (view: QueueView) => Promise<void>;
  /** Work already wrapped up here, whose log may not have reached Salesloft: it is not due any more. */
  readonly doneAmong: (workIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** False while the team's budget is nearly spent: the rows at hand then have to do. */
  readonly mayRead: () => boolean;
  readonly now: () => number;
};

/** A list this young is not read again just because a panel was opened. */
const FRESH_MS = 60_000;

export const EMPTY_QUEUE: QueueView = {
  state: 'loading',
  step: 'due-work',
  isComplete: false,
  readAt: 0,
  rows: [],
  otherCadences: [],
};

/** Brings the queue up to date, publishing what is known as it comes in; one read at a time. */
export function createReadQueue(deps: ReadQueueDeps) {
  let running: Promise<void> | undefined;

  return (why: 'opened' | 'asked'): Promise<void> => {
    running ??= readUnlessFresh(deps, why).finally(() => {
      running = undefined;
    });
    return running;
  };
}

async function readUnlessFresh(deps: ReadQueueDeps, why: 'opened' | 'asked'): Promise<void> {
  const [{ rep, state }, before = EMPTY_QUEUE] = await Promise.all([deps.readAccount(), deps.readView()]);
  if (!rep || state !== 'signedIn') return;
  if (why === 'opened' && before.isComplete && deps.now() - before.readAt < FRESH_MS) return;
  if (!deps.mayRead()) return deps.publish({ ...before, state: 'failed', step: 'none', failure: 'rate-limited' });
  const { failure: _failure, ...kept } = before;
  await deps.publish({ ...kept, state: 'loading', step: 'due-work' });
  const failure = await read(deps, rep, before);
  if (!failure) return;
  const { failure: _old, ...latest } = (await deps.readView()) ?? before;
  await deps.publish({ ...latest, state: 'failed', step: 'none', failure: failure.code });
}

/** Publishes partial views on the way; the failure of a read that could not be done without, or nothing. */
async function read(deps: ReadQueueDeps, rep: Rep, before: QueueView): Promise<ApiFailure | undefined> {
  const { source } = deps;
  const now = deps.now();
  const at: Moment = { now, today: localTime(now, rep.timeZone)?.date ?? new Date(now).toISOString().slice(0, 10) };
  const [first, tasks, cadences] = await Promise.all([
    source.firstActions(rep, at),
    source.dueTasks(rep, at),
    source.someCadences(),
  ]);
  if (!first.ok) return first.failure;
  if (!tasks.ok) return tasks.failure;

  const gathered = gatherQueue(deps, rep, now, before);
  gathered.addTasks(tasks.value);
  gathered.addActions(first.value.rows);
  gathered.addCadences(cadences.ok ? cadences.value : []);
  const [rest, lacksPeople] = await Promise.all([first.value.readRest?.(), gathered.readPeople()]);
  if (lacksPeople) return lacksPeople;
  if (rest && !rest.ok) return rest.failure;
  if (rest) gathered.addActions(rest.value);
  // What is still unknown is asked for together: the other people, the companies of those known, and the names.
  const [lacksOthers] = await Promise.all([gathered.readPeople(), gathered.readAccounts(), gathered.readNames()]);
  if (lacksOthers) return lacksOthers;
  await gathered.readAccounts();
  await gathered.finish();
  return undefined;
}
