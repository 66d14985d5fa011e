import type { RepSignIn, Rep } from '@/lib/domain/sign-in/rep-sign-in';
import type { ApiFailure } from '@/lib/domain/core/api-result';
import { EMPTY_QUEUE, type QueueView } from '@/lib/domain/queue/queue-view';
import type { ErrorCode } from '@/lib/domain/core/errors';
import { localTime } from '@/lib/domain/core/local-time';
import { gatherQueue } from './gather-queue';
import type { Moment, QueueSource } from './queue-port';

export type ReadQueueDeps = {
  readonly source: QueueSource;
  readonly readSignIn: () => Promise<RepSignIn>;
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

/** Brings the queue up to date, publishing what is known as it comes in; one read at a time for one rep. */
export function createReadQueue(deps: ReadQueueDeps) {
  let running: { readonly guid: string; readonly done: Promise<void> } | undefined;

  return async (why: 'opened' | 'asked'): Promise<void> => {
    const { rep, state } = await deps.readSignIn();
    if (!rep || state !== 'signedIn') return;
    if (running?.guid === rep.guid) return running.done;
    const done = readUnlessFresh(whileSignedIn(deps, rep), rep, why).finally(() => {
      if (running?.done === done) running = undefined;
    });
    running = { guid: rep.guid, done };
    return done;
  };
}

/** A read that outlives its rep's sign-in ends unseen: the screen is another's by then. */
function whileSignedIn(deps: ReadQueueDeps, rep: Rep): ReadQueueDeps {
  return {
    ...deps,
    publish: async (view) => {
      if ((await deps.readSignIn()).rep?.guid === rep.guid) await deps.publish(view);
    },
  };
}

async function readUnlessFresh(deps: ReadQueueDeps, rep: Rep, why: 'opened' | 'asked'): Promise<void> {
  const before = (await deps.readView()) ?? EMPTY_QUEUE;
  if (why === 'opened' && isFresh(before, deps.now())) return;
  if (!deps.mayRead()) return publishFailure(deps, before, 'rate-limited');
  const { failure: _failure, ...kept } = before;
  await deps.publish({ ...kept, state: 'loading', step: 'due-work' });
  const failure = await read(deps, rep, before);
  if (failure) await publishFailure(deps, (await deps.readView()) ?? before, failure.code);
}

/** Young in either direction: a clock set back must not keep an old list for new. */
function isFresh({ state, isComplete, readAt }: QueueView, now: number): boolean {
  return state === 'ready' && isComplete && Math.abs(now - readAt) < FRESH_MS;
}

function publishFailure(deps: ReadQueueDeps, view: QueueView, failure: ErrorCode): Promise<void> {
  return deps.publish({ ...view, state: 'failed', step: 'none', failure });
}

/** Publishes partial views on the way; the failure of a read that could not be done without, or nothing. */
async function read(deps: ReadQueueDeps, rep: Rep, before: QueueView): Promise<ApiFailure | undefined> {
  const { source } = deps;
  const now = deps.now();
  const at: Moment = { now, today: localTime(now, rep.timeZone)?.date ?? new Date(now).toISOString().slice(0, 10) };
  const [actions, tasks] = await Promise.all([source.firstActions(rep, at), source.firstTasks(rep, at)]);
  if (!actions.ok) return actions.failure;
  if (!tasks.ok) return tasks.failure;

  const gathered = gatherQueue(deps, rep, now, before);
  gathered.add({ actions: actions.value.rows, tasks: tasks.value.rows });
  // The first names need nothing more; what follows the first pages is asked for in the same breath.
  const isAll = !actions.value.readRest && !tasks.value.readRest;
  const people = gathered.readPeople(isAll ? 'all' : 'full batches');
  const following = Promise.all([actions.value.readRest?.(), tasks.value.readRest?.()]);
  const someCadences = source.someCadences();
  const lacksPeople = await people;
  const [moreActions, moreTasks] = await following;
  if (lacksPeople) return lacksPeople;
  if (moreActions && !moreActions.ok) return moreActions.failure;
  if (moreTasks && !moreTasks.ok) return moreTasks.failure;
  gathered.add({ actions: moreActions?.value ?? [], tasks: moreTasks?.value ?? [] });

  // What is still unknown is asked for together: the other people, the companies of those known, and the names.
  const [lacksOthers] = await Promise.all([
    gathered.readPeople('all'),
    gathered.readAccounts(isAll ? 'all' : 'full batches'),
    gathered.readNames(someCadences),
  ]);
  if (lacksOthers) return lacksOthers;
  await gathered.readAccounts('all');
  await gathered.finish();
  return undefined;
}
