import { empty, json, type Answer } from '../answer.ts';
import { aMembership } from '../builders/cadence.ts';
import type { ApiCall, Routes } from '../call.ts';
import { anyOf, passing, within, yesOrNo } from '../filters.ts';
import { list, type Listing } from '../lists.ts';
import { invalid, notFound } from '../refusals.ts';
import type { Action, Cadence, Membership, Step } from '../rows.ts';
import { put } from '../world.ts';
import { toMicros } from '../wire.ts';
import { showOne } from './find-row.ts';

function cadencesOf({ world }: ApiCall): Listing<Cadence> {
  const guidOf = (userId: unknown) => world.users.get(String(userId))?.guid;
  const hasPending = (cadence: Cadence, guid: string) =>
    [...world.actions.values()].some(
      (action) => isOpen(action) && String(action.cadence.id) === String(cadence.id) && guidOf(action.user.id) === guid,
    );
  return {
    name: 'cadences',
    filters: {
      ids: anyOf((cadence) => cadence.id),
      updated_at: within((cadence) => cadence.updated_at),
      team_cadence: yesOrNo((cadence) => cadence.team_cadence),
      shared: yesOrNo((cadence) => cadence.shared),
      owned_by_guid: anyOf((cadence) => guidOf(cadence.owner.id)),
      name: anyOf((cadence) => cadence.name),
      archived: yesOrNo((cadence) => cadence.archived_at !== null),
      pending_actions_assigned_to: passing(hasPending),
    },
    sorts: { created_at: (row) => row.created_at, updated_at: (row) => row.updated_at, name: (row) => row.name },
    usualSort: 'updated_at',
    usualDirection: 'DESC',
  };
}

function isOpen(action: Action): boolean {
  return action.status !== 'completed';
}

function stepsOf({ world, now }: ApiCall): Listing<Step> {
  const due = new Set<string>();
  for (const action of world.actions.values()) {
    if (isOpen(action) && (toMicros(action.due_on) ?? 0) <= now * 1000) due.add(String(action.step.id));
  }
  return {
    name: 'steps',
    filters: {
      ids: anyOf((step) => step.id),
      cadence_id: anyOf((step) => step.cadence.id),
      type: anyOf((step) => step.type),
      has_due_actions: yesOrNo((step) => due.has(String(step.id))),
    },
    sorts: { created_at: (step) => step.created_at, updated_at: (step) => step.updated_at },
    usualSort: 'updated_at',
    usualDirection: 'DESC',
  };
}

const memberships: Listing<Membership> = {
  name: 'cadence_memberships',
  filters: {
    ids: anyOf((row) => row.id),
    person_id: anyOf((row) => row.person.id),
    cadence_id: anyOf((row) => row.cadence.id),
    currently_on_cadence: yesOrNo((row) => row.currently_on_cadence),
    updated_at: within((row) => row.updated_at),
  },
  sorts: { added_at: (row) => row.added_at, updated_at: (row) => row.updated_at },
  usualSort: 'updated_at',
  usualDirection: 'DESC',
};

function addMembership({ world, query, body, me }: ApiCall): Answer {
  const idOf = (name: string) => query.get(name)?.[0] ?? String(body[name]);
  const person = world.people.get(idOf('person_id'));
  const cadence = world.cadences.get(idOf('cadence_id'));
  if (!person || !cadence) return notFound();
  const isThere = [...world.memberships.values()].some(
    (row) => row.currently_on_cadence && row.person.id === person.id && row.cadence.id === cadence.id,
  );
  if (isThere) return invalid({ cadence_id: ['is already in progress for this person'] });
  const made = aMembership(person, cadence, me);
  put(world, made);
  return json(200, { data: made });
}

export const cadenceRoutes: Routes = {
  'GET /v2/cadences': (call) => list(call, call.world.cadences.values(), cadencesOf(call)),
  'GET /v2/cadences/{id}': (call) => showOne(call, call.world.cadences),
  'GET /v2/steps': (call) => list(call, call.world.steps.values(), stepsOf(call)),
  'GET /v2/steps/{id}': (call) => showOne(call, call.world.steps),
  'GET /v2/cadence_memberships': (call) => list(call, call.world.memberships.values(), memberships),
  'GET /v2/cadence_memberships/{id}': (call) => showOne(call, call.world.memberships),
  'POST /v2/cadence_memberships': addMembership,
  'DELETE /v2/cadence_memberships/{id}': ({ world, id }) => (world.memberships.delete(id) ? empty(204) : notFound()),
};
