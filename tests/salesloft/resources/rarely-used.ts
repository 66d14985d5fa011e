import { json } from '../answer.ts';
import type { Routes } from '../call.ts';
import { list, type Listing } from '../lists.ts';

/** A list that is there and holds nothing in these worlds. */
function nothing(name: string): Listing<object> {
  return { name, filters: {}, sorts: {}, usualSort: 'updated_at', usualDirection: 'DESC' };
}

/** Salesloft takes recordings of outside calls as conversations, and answers before it has fetched them. */
export const rarelyUsedRoutes: Routes = {
  'GET /v2/call_data_records': (call) => list(call, [], nothing('call_data_records')),
  'GET /v2/person_stages': (call) => list(call, [], nothing('person_stages')),
  'GET /v2/webhook_subscriptions': () => json(200, { data: [] }),
  'POST /v2/conversations/calls': ({ body }) => json(201, { data: { id: crypto.randomUUID(), ...body } }),
};
