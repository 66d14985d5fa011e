import { toId, type DueTask } from '@/lib/domain/queue/due-queue';
import { localTime } from '@/lib/domain/core/local-time';
import type { PersonId, TaskId } from '@/lib/domain/core/ids';
import type { Query } from './http-client';
import { idOf, refIdOf, textOf, timeOf, toWireId, type Wire } from './wire';

export const TASKS_PATH = '/v2/tasks';

/** One interval a request: "overdue or today" has no single value. */
export function dueTasksQuery(userId: string, interval: 'overdue' | 'today'): Query {
  return {
    user_id: [userId],
    task_type: ['call'],
    current_state: ['scheduled'],
    time_interval_filter: interval,
    sort_by: 'due_date',
    sort_direction: 'ASC',
  };
}

/** Checks again what the query asked for; nothing of a later day than the rep's today. */
export function dueTaskParser(
  rep: { readonly userId: string; readonly timeZone: string },
  { today }: { readonly today: string },
) {
  return (row: Wire): DueTask | undefined => {
    const taskId = toId<TaskId>(idOf(row));
    const personId = toId<PersonId>(refIdOf(row, 'person'));
    const dueAt = timeOf(row, 'due_at');
    const dayOfTime = Number.isNaN(dueAt)
      ? ''
      : ((localTime(dueAt, rep.timeZone) ?? localTime(dueAt, 'UTC'))?.date ?? '');
    const dueDate = textOf(row, 'due_date').slice(0, 10) || dayOfTime;
    const userId = refIdOf(row, 'user');
    if (!taskId || !personId || textOf(row, 'task_type') !== 'call') return undefined;
    if (textOf(row, 'current_state') !== 'scheduled') return undefined;
    if (dueDate === '' || dueDate > today) return undefined;
    if (userId !== '' && userId !== rep.userId) return undefined;
    return {
      taskId,
      personId,
      dueDate,
      // The date is what makes it due; a time on another day says nothing about when.
      dueAt: dayOfTime === dueDate ? dueAt : undefined,
      subject: textOf(row, 'subject'),
    };
  };
}

/** The body of a call task to be made; a key used before makes no second one. */
export function newCallTask(task: {
  readonly key: string;
  readonly personId: PersonId;
  readonly subject: string;
  readonly dueDate: string;
}): Wire {
  return {
    subject: task.subject,
    person_id: toWireId(task.personId),
    task_type: 'call',
    due_date: task.dueDate,
    current_state: 'scheduled',
    idempotency_key: task.key,
  };
}
