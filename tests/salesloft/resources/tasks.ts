import { json, type Answer } from '../answer.ts';
import type { ApiCall, Routes } from '../call.ts';
import { anyOf, passing, within, type Filter } from '../filters.ts';
import { list, type Listing } from '../lists.ts';
import type { Task } from '../rows.ts';
import { addDays, dateIn } from '../wire.ts';
import { showOne } from './find-row.ts';
import { changeTask, createTask } from './task-writes.ts';

/** Intervals of whole days in the rep's zone; a week starts on Monday. */
function isInInterval(date: string, interval: string, today: string): boolean {
  const monday = addDays(today, -((new Date(today).getUTCDay() + 6) % 7));
  const [from, to] = {
    overdue: ['', addDays(today, -1)],
    today: [today, today],
    yesterday: [addDays(today, -1), addDays(today, -1)],
    tomorrow: [addDays(today, 1), addDays(today, 1)],
    this_week: [monday, addDays(monday, 6)],
    next_week: [addDays(monday, 7), addDays(monday, 13)],
    previous_week: [addDays(monday, -7), addDays(monday, -1)],
    this_month: [`${today.slice(0, 8)}01`, `${today.slice(0, 8)}31`],
  }[interval] ?? ['', ''];
  return date >= (from ?? '') && date <= (to ?? '');
}

function filtersOf({ world, me, now }: ApiCall): Readonly<Record<string, Filter<Task>>> {
  const today = dateIn(me.time_zone, now);
  const person = (task: Task) => world.people.get(String(task.person.id));
  return {
    ids: anyOf((task) => task.id),
    user_id: anyOf((task) => task.user.id),
    person_id: anyOf((task) => task.person.id),
    account_id: anyOf((task) => person(task)?.account?.id),
    current_state: anyOf((task) => task.current_state),
    task_type: anyOf((task) => task.task_type),
    time_interval_filter: passing(
      (task, interval) => task.current_state === 'scheduled' && isInInterval(task.due_date, interval, today),
    ),
    completed_time_interval: passing(
      (task, interval) => task.completed_at !== null && isInInterval(task.completed_at.slice(0, 10), interval, today),
    ),
    idempotency_key: anyOf((task) => task.hidden.idempotencyKey),
    locale: anyOf((task) => person(task)?.locale),
    source: anyOf((task) => task.hidden.source),
    updated_at: within((task) => task.updated_at),
    completed_at: within((task) => task.completed_at),
  };
}

function listingOf(call: ApiCall): Listing<Task> {
  return {
    name: 'tasks',
    filters: filtersOf(call),
    sorts: { due_date: (task) => task.due_date, due_at: (task) => task.due_at },
    usualSort: 'due_date',
    usualDirection: 'ASC',
  };
}

/** Whether due cadence steps stand here unasked differs: see the rules. */
function visibleTasks({ world, query }: ApiCall): Task[] {
  const isShown = world.rules.listsCadenceTasks || query.has('source') || query.has('ids');
  return [...world.tasks.values()].filter((task) => isShown || task.hidden.source !== 'salesloft.cadence');
}

function countTasks(call: ApiCall): Answer {
  const filters = filtersOf(call);
  const kept = visibleTasks(call).filter((task) =>
    [...call.query].every(([name, values]) => filters[name]?.(values)(task) ?? true),
  );
  const counts: Record<string, number> = { total: kept.length };
  for (const { task_type: type } of kept) counts[type] = (counts[type] ?? 0) + 1;
  return json(200, { data: counts });
}

export const taskRoutes: Routes = {
  'GET /v2/tasks': (call) => list(call, visibleTasks(call), listingOf(call)),
  'GET /v2/tasks/counts': countTasks,
  'GET /v2/tasks/{id}': (call) => showOne(call, call.world.tasks),
  'POST /v2/tasks': createTask,
  'PUT /v2/tasks/{id}': changeTask,
};
