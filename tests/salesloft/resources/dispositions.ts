import type { Routes } from '../call.ts';
import { anyOf } from '../filters.ts';
import { list, type Listing } from '../lists.ts';
import type { Disposition, Sentiment } from '../rows.ts';

/** Read-only: the team makes its lists in Salesloft. */
function listing<Row extends Disposition | Sentiment>(name: string): Listing<Row> {
  return {
    name,
    filters: name === 'call_sentiments' ? { name: anyOf((row) => row.name) } : {},
    sorts: { name: (row) => row.name, updated_at: (row) => row.updated_at },
    usualSort: 'updated_at',
    usualDirection: 'DESC',
  };
}

export const dispositionRoutes: Routes = {
  'GET /v2/call_dispositions': (call) => list(call, call.world.dispositions.values(), listing('call_dispositions')),
  'GET /v2/call_sentiments': (call) => list(call, call.world.sentiments.values(), listing('call_sentiments')),
};
