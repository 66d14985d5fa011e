import { json, type Answer } from '../answer.ts';
import { notFound } from '../refusals.ts';
import type { Action, Call, Person } from '../rows.ts';
import { dateIn, toMicros } from '../wire.ts';
import { signedInUser, type World } from '../world.ts';

/** What the web application's own pages read; no part of the public API. Undefined for any other path. */
export function answerFeed(path: string, world: World, now: number): Answer | undefined {
  const [, name, id = ''] = /^\/internal\/([a-z]+)(?:\/([^/]+))?$/.exec(path) ?? [];
  const user = signedInUser(world);
  const frame = { user: user.name, team: world.team.name };
  if (name === 'dashboard') return json(200, { ...frame, ...dashboard(world, now) });
  if (name === 'people' && id === '') return json(200, { ...frame, people: [...world.people.values()].slice(0, 100) });
  if (name === 'people') {
    const person = world.people.get(decodeURIComponent(id));
    return person ? json(200, { ...frame, ...personPage(world, person) }) : notFound();
  }
  if (name === 'cadences' && id === '') return json(200, { ...frame, cadences: cadences(world, now) });
  if (name === 'cadences') {
    const cadence = world.cadences.get(id);
    if (!cadence) return notFound();
    const people = dueActions(world, now)
      .filter((action) => String(action.cadence.id) === id)
      .flatMap(({ person }) => world.people.get(String(person.id)) ?? []);
    return json(200, { ...frame, cadence, people });
  }
  return undefined;
}

function dueActions(world: World, now: number): Action[] {
  return [...world.actions.values()].filter(
    (action) =>
      action.status !== 'completed' &&
      action.type === 'phone' &&
      (toMicros(action.due_on) ?? 0) <= now * 1000 &&
      String(action.user.id) === String(world.signedInUserId),
  );
}

function newestFirst(calls: readonly Call[]): Call[] {
  return [...calls].sort((one, other) => (one.created_at < other.created_at ? 1 : -1));
}

/** A logged call with the words of its note and the name of who made it. */
function shownCall(world: World, call: Call) {
  return {
    ...call,
    notes: world.notes.get(String(call.note?.id))?.content ?? '',
    by: world.users.get(String(call.user.id))?.name ?? '',
    name: world.people.get(String(call.called_person.id))?.display_name ?? 'Deleted person',
  };
}

function dashboard(world: World, now: number) {
  const { time_zone: zone } = signedInUser(world);
  const today = dateIn(zone, now);
  const calls = newestFirst([...world.calls.values()]);
  const ofToday = calls.filter((call) => dateIn(zone, (toMicros(call.created_at) ?? 0) / 1000) === today);
  const tasks = [...world.tasks.values()].filter(
    (task) =>
      task.current_state === 'scheduled' &&
      task.task_type === 'call' &&
      task.due_date <= today &&
      task.hidden.source !== 'salesloft.cadence' &&
      String(task.user.id) === String(world.signedInUserId),
  );
  return {
    dueSteps: dueActions(world, now).length,
    dueTasks: tasks.length,
    callsToday: ofToday.length,
    connectedToday: ofToday.filter(({ connected }) => connected).length,
    calls: calls.slice(0, 12).map((call) => shownCall(world, call)),
  };
}

function cadences(world: World, now: number) {
  const due = dueActions(world, now);
  return [...world.cadences.values()].map((cadence) => ({
    id: cadence.id,
    name: cadence.name,
    state: cadence.current_state,
    due: due.filter((action) => String(action.cadence.id) === String(cadence.id)).length,
    people: [...world.memberships.values()].filter((row) => String(row.cadence.id) === String(cadence.id)).length,
  }));
}

function personPage(world: World, person: Person) {
  const id = String(person.id);
  const ofPerson = [...world.calls.values()].filter((call) => String(call.called_person.id) === id);
  const actions = [...world.actions.values()].filter(
    (action) => action.status !== 'completed' && String(action.person.id) === id,
  );
  return {
    person,
    voiceLink: world.rules.voiceLinks ? { personId: id, actionId: String(actions[0]?.id ?? '') } : null,
    account: world.accounts.get(String(person.account?.id)) ?? null,
    calls: newestFirst(ofPerson).map((call) => shownCall(world, call)),
    steps: actions.map((action) => ({
      cadence: world.cadences.get(String(action.cadence.id))?.name ?? '',
      step: world.steps.get(String(action.step.id))?.display_name ?? '',
      due_on: action.due_on,
    })),
  };
}
