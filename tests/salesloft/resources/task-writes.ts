import { json, type Answer } from '../answer.ts';
import { aTask } from '../builders/due-work.ts';
import { idIn, type ApiCall } from '../call.ts';
import { invalid, notFound } from '../refusals.ts';
import type { Task, User } from '../rows.ts';
import { iso, ref } from '../wire.ts';

const BLANK = ["can't be blank"];

/** A repeated key makes no second task. */
export function createTask(call: ApiCall): Answer {
  const { world, body, me, now } = call;
  const key = typeof body['idempotency_key'] === 'string' ? body['idempotency_key'] : null;
  const earlier =
    key === null ? undefined : [...world.tasks.values()].find((task) => task.hidden.idempotencyKey === key);
  if (earlier && world.rules.repeatedTaskKey === 'refused') {
    return invalid({ idempotency_key: ['has already been taken'] });
  }
  if (earlier) return json(200, { data: earlier });
  const personId = idIn(body, 'person_id');
  const { subject, task_type: type = 'general', due_date: dueDate } = body;
  const errors: Record<string, readonly string[]> = {};
  if (typeof subject !== 'string' || subject === '') errors['subject'] = BLANK;
  if (personId === undefined) errors['person_id'] = BLANK;
  if (typeof dueDate !== 'string') errors['due_date'] = BLANK;
  if (type !== 'call' && type !== 'email' && type !== 'general') errors['task_type'] = ['is not included in the list'];
  if (Object.keys(errors).length > 0) return invalid(errors);
  const person = world.people.get(personId ?? '');
  if (!person) return invalid({ person_id: ['does not exist'] });
  const made = aTask({
    person,
    user: ownerOf(call) ?? me,
    subject: String(subject),
    description: typeof body['description'] === 'string' ? body['description'] : null,
    taskType: type as 'call' | 'email' | 'general',
    dueDate: String(dueDate),
    idempotencyKey: key,
  });
  const task: Task = { ...made, created_by_user: ref('users', me.id), created_at: iso(now), updated_at: iso(now) };
  world.tasks.set(String(task.id), task);
  return json(200, { data: task });
}

function ownerOf({ world, body }: ApiCall): User | undefined {
  const users = [...world.users.values()];
  return users.find(({ id, guid }) => String(id) === idIn(body, 'user_id') || guid === body['user_guid']);
}

/** Completes or moves a task. `completed` is the only state it takes; a completed one is not called for that. */
export function changeTask({ world, id, body, me, now }: ApiCall): Answer {
  const task = world.tasks.get(id);
  if (!task) return notFound();
  const state = body['current_state'];
  if (state !== undefined && state !== 'completed') return invalid({ current_state: ['is not included in the list'] });
  if (state === 'completed' && task.current_state === 'scheduled') {
    Object.assign(task, { current_state: 'completed', completed_at: iso(now), completed_by: ref('users', me.id) });
  }
  for (const name of ['subject', 'description', 'due_date', 'due_at', 'remind_at'] as const) {
    if (body[name] !== undefined) Object.assign(task, { [name]: body[name] });
  }
  task.updated_at = iso(now);
  return json(200, { data: task });
}
