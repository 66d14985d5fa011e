import { idIn, type ApiCall } from '../call.ts';
import type { Action, CrmField, Task, User } from '../rows.ts';
import type { Id } from '../wire.ts';
import type { World } from '../world.ts';

type Errors = Record<string, readonly string[]>;

/** Everything Salesloft refuses about a log, by field. */
export function checkLog(call: ApiCall, user: User | undefined): Errors {
  return {
    ...checkUser(call, user),
    ...checkName(call, 'disposition', call.world.team.dispositions_required, call.world.dispositions.values()),
    ...checkName(call, 'sentiment', call.world.team.sentiments_required, call.world.sentiments.values()),
    ...checkDuration(call),
    ...checkGuards(call, user ?? call.me),
    ...checkCrm(call),
  };
}

export function findAction(world: World, id: Id | undefined): Action | undefined {
  return id === undefined ? undefined : world.actions.get(String(id));
}

export function findTask(world: World, id: Id | undefined): Task | undefined {
  return id === undefined ? undefined : world.tasks.get(String(id));
}

function checkUser({ me, body }: ApiCall, user: User | undefined): Errors {
  if (body['user_guid'] === undefined) return {};
  if (!user) return { user_guid: ['does not exist'] };
  return user.guid === me.guid || me.team_admin ? {} : { user_guid: ['may only be another user for team admins'] };
}

/** Names, never ids; exactly as in the team's list. */
function checkName({ body }: ApiCall, field: string, isRequired: boolean, listed: Iterable<{ name: string }>): Errors {
  const name = body[field];
  const isBlank = name === undefined || name === null || name === '';
  if (isBlank) return isRequired ? { [field]: ["can't be blank"] } : {};
  const isListed = [...listed].some((one) => one.name === name);
  return isListed ? {} : { [field]: ['is not included in the list'] };
}

function checkDuration({ body }: ApiCall): Errors {
  const duration = body['duration'];
  const isFine = duration === undefined || (Number.isInteger(duration) && Number(duration) >= 0);
  return isFine ? {} : { duration: ['must be a whole number of seconds'] };
}

function checkGuards({ world, body }: ApiCall, user: User): Errors {
  const actionId = idIn(body, 'action_id');
  const taskId = idIn(body, 'task_id');
  if (actionId !== undefined && taskId !== undefined) {
    return {
      action_id: ['cannot be given together with task_id'],
      task_id: ['cannot be given together with action_id'],
    };
  }
  if (actionId !== undefined) {
    const action = findAction(world, actionId);
    const refusal = refuseGuard(action?.status !== 'completed', action?.type === 'phone', action?.user.id === user.id);
    return refusal ? { action_id: [refusal] } : {};
  }
  if (taskId === undefined) return {};
  const task = findTask(world, taskId);
  const refusal = refuseGuard(task?.current_state !== 'completed', task?.task_type === 'call', true);
  return refusal ? { task_id: [refusal] } : {};
}

function refuseGuard(isOpen: boolean, isCall: boolean, isOwn: boolean): string | undefined {
  if (!isOpen) return 'has already been completed';
  return isCall && isOwn ? undefined : 'is invalid';
}

function checkCrm({ world, body }: ApiCall): Errors {
  const given = (body['crm_params'] ?? {}) as Readonly<Record<string, unknown>>;
  const errors: Errors = {};
  for (const field of world.rules.requiredCrmFields) {
    if (given[field] === undefined || given[field] === '') errors[field] = ["can't be blank"];
  }
  const known = new Map([...world.crmFields.values()].map((field) => [field.field, field]));
  for (const [name, value] of Object.entries(given)) {
    const refusal = refuseCrmValue(known.get(name), value);
    if (refusal !== undefined) errors[name] = [refusal];
  }
  return errors;
}

/** Values of a picklist, never its labels; what Salesloft writes itself may only be sent as it is. */
function refuseCrmValue(field: CrmField | undefined, value: unknown): string | undefined {
  if (!field) return 'is not a valid CRM field';
  if (field.value !== null) return value === field.value ? undefined : 'cannot be changed';
  const values = Object.values(field.picklist_values);
  return values.length === 0 || value === '' || values.some((one) => one === value)
    ? undefined
    : 'is not included in the list';
}
