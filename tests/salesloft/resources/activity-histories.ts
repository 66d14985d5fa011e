import type { ApiCall, Routes } from '../call.ts';
import { anyOf, within } from '../filters.ts';
import { list, type Listing } from '../lists.ts';

type History = {
  readonly id: string;
  readonly type: string;
  readonly occurred_at: string;
  readonly updated_at: string;
  readonly resource_type: string;
  readonly resource_id: string;
  readonly user_guid: string | null;
  readonly static_data: object;
};

/** What this world can tell of the past: its logged calls. Ids of people are text here. */
function histories({ world }: ApiCall): History[] {
  return [...world.calls.values()].map((call) => ({
    id: `call-${call.id}`,
    type: 'call',
    occurred_at: call.created_at,
    updated_at: call.updated_at,
    resource_type: 'person',
    resource_id: String(call.called_person.id),
    user_guid: world.users.get(String(call.user.id))?.guid ?? null,
    static_data: { disposition: call.disposition, sentiment: call.sentiment, duration: call.duration },
  }));
}

const listing: Listing<History> = {
  name: 'activity_histories',
  filters: {
    type: anyOf((one) => one.type),
    resource_type: anyOf((one) => one.resource_type),
    resource_id: anyOf((one) => one.resource_id),
    user_guid: anyOf((one) => one.user_guid),
    occurred_at: within((one) => one.occurred_at),
    updated_at: within((one) => one.updated_at),
  },
  sorts: { occurred_at: (one) => one.occurred_at, updated_at: (one) => one.updated_at },
  usualSort: 'occurred_at',
  usualDirection: 'DESC',
};

export const activityHistoryRoutes: Routes = {
  'GET /v2/activity_histories': (call) => list(call, histories(call), listing),
};
