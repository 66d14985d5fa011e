import { toId, type DueTask } from '@/lib/domain/due-queue';
import type { PersonId, TaskId } from '@/lib/domain/ids';
import type { Query } from './client';
import { idOf, refIdOf, textOf, timeOf, type Wire } from './wire';

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

/** Checks again what the query asked for. `today` is `YYYY-MM-DD` in the rep's zone. */
export function dueTaskParser(rep: { readonly userId: string }, today: string, now: number) {
  return (row: Wire): DueTask | undefined => {
    const taskId = toId<TaskId>(idOf(row));
    const personId = toId<PersonId>(refIdOf(row, 'person'));
    const dueDate = textOf(row, 'due_date').slice(0, 10);
    const dueAt = timeOf(row, 'due_at');
    const userId = refIdOf(row, 'user');
    if (!taskId || !personId || textOf(row, 'task_type') !== 'call') return undefined;
    if (textOf(row, 'current_state') !== 'scheduled') return undefined;
    if (dueDate > today || (dueDate === '' && Number.isNaN(dueAt))) return undefined;
    if (userId !== '' && userId !== rep.userId) return undefined;
    return {
      taskId,
      personId,
      dueDate,
      // A time later today is no reason to hide what is due today; one on another day is not ours to show.
      dueAt: Number.isNaN(dueAt) || dueAt > now + 86_400_000 ? undefined : dueAt,
      subject: textOf(row, 'subject'),
    };
  };
}
