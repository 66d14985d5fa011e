import type { Routes } from '../call.ts';
import { anyOf } from '../filters.ts';
import { list, type Listing } from '../lists.ts';
import type { CrmField } from '../rows.ts';

const fields: Listing<CrmField> = {
  name: 'crm_activity_fields',
  filters: { source: anyOf((field) => field.source) },
  sorts: { title: (field) => field.title, updated_at: (field) => field.updated_at },
  usualSort: 'updated_at',
  usualDirection: 'DESC',
};

export const crmFieldRoutes: Routes = {
  'GET /v2/crm_activity_fields': (call) => list(call, call.world.crmFields.values(), fields),
};
