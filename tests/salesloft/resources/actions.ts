import { json, type Answer } from '../answer.ts';
import type { ApiCall, Routes } from '../call.ts';
import { anyOf, within } from '../filters.ts';
import { list, type Listing } from '../lists.ts';
import { notFound } from '../refusals.ts';
import type { Action, CallInstructions } from '../rows.ts';
import { toMicros } from '../wire.ts';
import { showOne } from './find-row.ts';

/** There is no sort by due_on. */
function listingOf({ world }: ApiCall): Listing<Action> {
  return {
    name: 'actions',
    filters: {
      ids: anyOf((action) => action.id),
      step_id: anyOf((action) => action.step.id),
      type: anyOf((action) => action.type),
      due_on: within((action) => action.due_on),
      user_guid: anyOf((action) => world.users.get(String(action.user.id))?.guid),
      person_id: anyOf((action) => action.person.id),
      cadence_id: anyOf((action) => action.cadence.id),
      multitouch_group_id: anyOf((action) => action.multitouch_group_id),
      updated_at: within((action) => action.updated_at),
    },
    sorts: { created_at: (action) => action.created_at, updated_at: (action) => action.updated_at },
    usualSort: 'updated_at',
    usualDirection: 'DESC',
  };
}

/** Own ones; a team admin sees the whole team's. A completed action is seen by nobody. */
function isVisible({ me }: ApiCall, action: Action): boolean {
  return action.status !== 'completed' && (me.team_admin || String(action.user.id) === String(me.id));
}

function show(call: ApiCall, action: Action): Action {
  return { ...action, due: (toMicros(action.due_on) ?? 0) <= call.now * 1000 };
}

function listActions(call: ApiCall): Answer {
  const visible = [...call.world.actions.values()].filter((action) => isVisible(call, action));
  return list(
    call,
    visible.map((action) => show(call, action)),
    listingOf(call),
  );
}

function oneAction(call: ApiCall): Answer {
  const action = call.world.actions.get(call.id);
  return action && isVisible(call, action) ? json(200, { data: show(call, action) }) : notFound();
}

const instructions: Listing<CallInstructions> = {
  name: 'call_instructions',
  filters: { ids: anyOf((one) => one.id) },
  sorts: { created_at: (one) => one.created_at, updated_at: (one) => one.updated_at },
  usualSort: 'updated_at',
  usualDirection: 'DESC',
};

export const actionRoutes: Routes = {
  'GET /v2/actions': listActions,
  'GET /v2/actions/{id}': oneAction,
  'GET /v2/action_details/call_instructions': (call) => list(call, call.world.callInstructions.values(), instructions),
  'GET /v2/action_details/call_instructions/{id}': (call) => showOne(call, call.world.callInstructions),
};
