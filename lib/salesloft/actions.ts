import { toId, type DueAction } from '@/lib/domain/queue/due-queue';
import type { CadenceId, ActionId, PersonId, StepId, TaskId, UserGuid } from '@/lib/domain/core/ids';
import type { Query } from './http-client';
import { idOf, refIdOf, textOf, timeOf, type Wire } from './wire';

export const ACTIONS_PATH = '/v2/actions';

/**
 * The rep's own, always: a team admin's list is otherwise the whole team's. There is no order by due time; the order of
 * making comes close to it, and keeps its pages still while rows change.
 */
export function dueActionsQuery(guid: UserGuid, now: number): Query {
  return {
    type: 'phone',
    'due_on[lte]': new Date(now).toISOString(),
    user_guid: [guid],
    sort_by: 'created_at',
    sort_direction: 'ASC',
  };
}

/** Checks again what the query asked for: Salesloft ignores a filter it does not know, without a word. */
export function dueActionParser(rep: { readonly userId: string }, now: number) {
  return (row: Wire): DueAction | undefined => {
    const actionId = toId<ActionId>(idOf(row));
    const personId = toId<PersonId>(refIdOf(row, 'person'));
    const dueAt = timeOf(row, 'due_on');
    const userId = refIdOf(row, 'user');
    if (!actionId || !personId || textOf(row, 'type') !== 'phone') return undefined;
    if (Number.isNaN(dueAt) || dueAt > now) return undefined;
    if (userId !== '' && userId !== rep.userId) return undefined;
    return {
      actionId,
      personId,
      dueAt,
      cadenceId: toId<CadenceId>(refIdOf(row, 'cadence')),
      stepId: toId<StepId>(refIdOf(row, 'step')),
      taskId: toId<TaskId>(refIdOf(row, 'task')),
    };
  };
}
