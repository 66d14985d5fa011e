import { json, type Answer } from '../answer.ts';
import { nextId } from '../builders/ids.ts';
import { idIn, type ApiCall } from '../call.ts';
import { invalid, notFound } from '../refusals.ts';
import type { Action, Call, Person, Task, User } from '../rows.ts';
import { iso, ref } from '../wire.ts';
import { checkLog, findAction, findTask } from './call-rules.ts';
import { writeNote } from './notes.ts';

/** Logs a call, and completes the action or task it names; each of these succeeds once. */
export function logCall(call: ApiCall): Answer {
  const { world, body, me } = call;
  const personId = idIn(body, 'person_id');
  if (personId === undefined) return invalid({ person_id: ["can't be blank"] });
  const person = world.people.get(personId);
  if (!person) return notFound();
  const guid = body['user_guid'];
  const user = guid === undefined ? me : [...world.users.values()].find((one) => one.guid === guid);
  const errors = checkLog(call, user);
  if (Object.keys(errors).length > 0 || !user) return invalid(errors);
  const action = findAction(world, idIn(body, 'action_id')) ?? actionOfTask(call, idIn(body, 'task_id'));
  const task = findTask(world, idIn(body, 'task_id') ?? action?.task?.id);
  const logged = record(call, { person, user, action, task });
  if (action) Object.assign(action, { status: 'completed', updated_at: logged.created_at });
  if (task) completeTask(task, user, logged.created_at);
  person.counts.calls += 1;
  person.last_contacted_at = logged.created_at;
  return json(200, { data: logged });
}

/** The cadence step behind a task that stands for it. */
function actionOfTask({ world }: ApiCall, taskId: string | undefined): Action | undefined {
  if (taskId === undefined) return undefined;
  return [...world.actions.values()].find(({ task, status }) => status !== 'completed' && String(task?.id) === taskId);
}

type Parts = {
  readonly person: Person;
  readonly user: User;
  readonly action: Action | undefined;
  readonly task: Task | undefined;
};

/** Dated when it arrives: there is no field for the time of the call. The reply has no notes, only their id. */
function record({ world, body, now }: ApiCall, { person, user, action, task }: Parts): Call {
  const id = nextId('calls', 4_400_001);
  const at = iso(now, Number(id) % 1000);
  const text = (name: string) => (typeof body[name] === 'string' && body[name] !== '' ? body[name] : null);
  const notes = text('notes');
  const self = ref('activities/calls', id);
  const note = notes === null ? undefined : writeNote(world, { content: notes, person, user, call: self, at });
  const logged: Call = {
    id,
    to: text('to'),
    duration: typeof body['duration'] === 'number' ? body['duration'] : null,
    disposition: text('disposition'),
    sentiment: text('sentiment'),
    positive: false,
    connected: text('disposition') === 'Connected',
    recordings: [],
    user: ref('users', user.id),
    called_person: ref('people', person.id),
    action: action ? ref('actions', action.id) : null,
    task: task ? ref('tasks', task.id) : null,
    cadence: action?.cadence ?? null,
    step: action?.step ?? null,
    note: note ? ref('notes', note.id) : null,
    crm_activity: null,
    created_at: at,
    updated_at: at,
    hidden: { table: 'calls', brings: [], crmParams: body['crm_params'] ?? null },
  };
  world.calls.set(String(id), logged);
  return logged;
}

function completeTask(task: Task, user: User, at: string): void {
  Object.assign(task, {
    current_state: 'completed',
    completed_at: at,
    completed_by: ref('users', user.id),
    updated_at: at,
  });
}
