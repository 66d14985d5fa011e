import type { Routes } from '../call.ts';
import { anyOf, within, yesOrNo } from '../filters.ts';
import { list, type Listing } from '../lists.ts';
import type { Account } from '../rows.ts';
import { showOne } from './find-row.ts';

const accounts: Listing<Account> = {
  name: 'accounts',
  filters: {
    ids: anyOf((account) => account.id),
    created_at: within((account) => account.created_at),
    updated_at: within((account) => account.updated_at),
    domain: anyOf((account) => account.domain),
    website: anyOf((account) => account.website),
    archived: yesOrNo((account) => account.archived_at !== null),
    name: anyOf((account) => account.name),
    owner_id: anyOf((account) => account.owner?.id),
    industry: anyOf((account) => account.industry),
    country: anyOf((account) => account.country),
    state: anyOf((account) => account.state),
    city: anyOf((account) => account.city),
    locales: anyOf((account) => account.locale),
  },
  sorts: {
    created_at: (account) => account.created_at,
    updated_at: (account) => account.updated_at,
    name: (account) => account.name,
    counts_people: (account) => account.counts.people,
  },
  usualSort: 'updated_at',
  usualDirection: 'DESC',
};

export const accountRoutes: Routes = {
  'GET /v2/accounts': (call) => list(call, call.world.accounts.values(), accounts),
  'GET /v2/accounts/{id}': (call) => showOne(call, call.world.accounts),
};
