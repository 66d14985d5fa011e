import { startOfDate, type DueAction, type DueTask } from './due-queue';
import type { QueueView } from './queue-view';

/**
 * The longest list that is read and kept. Chrome keeps 10 MiB for everything in its session store, and each hundred rows
 * cost three requests of the team's budget at every reading; no rep calls so many people in a day.
 */
export const QUEUE_LIMIT = 2_000;

export type DueLists = { readonly actions: readonly DueAction[]; readonly tasks: readonly DueTask[] };

/** What is due longest, as much of it as the list holds. */
export function keepMostUrgent(lists: DueLists, repTimeZone: string, limit = QUEUE_LIMIT): DueLists {
  const { actions } = lists;
  // A step that also stands among the tasks is one call.
  const known = new Set(actions.map(({ taskId }) => taskId));
  const tasks = lists.tasks.filter(({ taskId }) => !known.has(taskId));
  if (actions.length + tasks.length <= limit) return lists;
  const dueAt = (task: DueTask): number => task.dueAt ?? startOfDate(task.dueDate, repTimeZone);
  const times = [...actions.map((action) => action.dueAt), ...tasks.map(dueAt)].sort((one, other) => one - other);
  const last = times[limit - 1] ?? 0;
  const keptActions = actions.filter((action) => action.dueAt <= last).slice(0, limit);
  return {
    actions: keptActions,
    tasks: tasks.filter((task) => dueAt(task) <= last).slice(0, limit - keptActions.length),
  };
}

/** Half of a list that did not fit into Chrome's store; undefined when there is nothing left to halve. */
export function halved(view: QueueView): QueueView | undefined {
  if (view.rows.length === 0) return undefined;
  return { ...view, isCut: true, rows: view.rows.slice(0, Math.floor(view.rows.length / 2)) };
}
