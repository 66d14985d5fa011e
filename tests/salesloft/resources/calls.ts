import type { ApiCall, Routes } from '../call.ts';
import { anyOf, within } from '../filters.ts';
import { list, type Listing } from '../lists.ts';
import type { Call } from '../rows.ts';
import { showOne } from './find-row.ts';
import { logCall } from './log-call.ts';

/** No filter on the number, the action or the task; disposition and sentiment exactly as spelt. */
function listingOf({ world }: ApiCall): Listing<Call> {
  return {
    name: 'calls',
    filters: {
      ids: anyOf((call) => call.id),
      created_at: within((call) => call.created_at),
      updated_at: within((call) => call.updated_at),
      user_guid: anyOf((call) => world.users.get(String(call.user.id))?.guid),
      person_id: anyOf((call) => call.called_person.id),
      disposition: anyOf((call) => call.disposition),
      sentiment: anyOf((call) => call.sentiment),
    },
    sorts: { created_at: (call) => call.created_at, updated_at: (call) => call.updated_at },
    usualSort: 'updated_at',
    usualDirection: 'DESC',
  };
}

/** There is no change and no removal of a call. */
export const callRoutes: Routes = {
  'GET /v2/activities/calls': (call) => list(call, call.world.calls.values(), listingOf(call)),
  'GET /v2/activities/calls/{id}': (call) => showOne(call, call.world.calls),
  'POST /v2/activities/calls': logCall,
};
