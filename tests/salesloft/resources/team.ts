import { json } from '../answer.ts';
import type { Routes } from '../call.ts';
import { anyOf, passing, yesOrNo } from '../filters.ts';
import { list, type Listing } from '../lists.ts';
import type { User } from '../rows.ts';
import { showOne } from './find-row.ts';

const users: Listing<User> = {
  name: 'users',
  filters: {
    ids: anyOf((user) => user.id),
    guid: anyOf((user) => user.guid),
    active: yesOrNo((user) => user.active),
    visible_only: passing(() => true),
    search: passing((user, words) => `${user.name} ${user.email}`.toLowerCase().includes(words.toLowerCase())),
    work_country: anyOf((user) => user.work_country),
  },
  sorts: { id: (user) => Number(user.id), email: (user) => user.email, name: (user) => user.name },
  usualSort: 'id',
  usualDirection: 'ASC',
  isWholeWithoutPage: true,
};

export const teamRoutes: Routes = {
  'GET /v2/me': ({ me }) => json(200, { data: me }),
  'GET /v2/team': ({ world }) => json(200, { data: world.team }),
  'GET /v2/users': (call) => list(call, call.world.users.values(), users),
  'GET /v2/users/{id}': (call) => showOne(call, call.world.users),
};
