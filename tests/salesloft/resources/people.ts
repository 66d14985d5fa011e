import type { ApiCall, Routes } from '../call.ts';
import { anyOf, within, yesOrNo } from '../filters.ts';
import { list, type Listing } from '../lists.ts';
import type { Person } from '../rows.ts';
import { showOne } from './find-row.ts';

function may(person: Person, channel: string): boolean {
  return !person.do_not_contact && !person.contact_restrictions.includes(channel);
}

/** Those who are not to be called are shown like the others; there is no filter by a given number. */
function listingOf({ world }: ApiCall): Listing<Person> {
  const ownerGuid = (person: Person) => world.users.get(String(person.owner?.id))?.guid;
  return {
    name: 'people',
    filters: {
      ids: anyOf((person) => person.id),
      updated_at: within((person) => person.updated_at),
      created_at: within((person) => person.created_at),
      last_contacted: within((person) => person.last_contacted_at),
      email_addresses: anyOf((person) => person.email_address),
      owned_by_guid: anyOf(ownerGuid),
      owner_id: anyOf((person) => person.owner?.id),
      do_not_contact: yesOrNo((person) => person.do_not_contact),
      can_call: yesOrNo((person) => may(person, 'call')),
      can_email: yesOrNo((person) => may(person, 'email')),
      can_text: yesOrNo((person) => may(person, 'message')),
      account_id: anyOf((person) => person.account?.id),
      title: anyOf((person) => person.title),
      country: anyOf((person) => person.country),
      state: anyOf((person) => person.state),
      city: anyOf((person) => person.city),
      locales: anyOf((person) => person.locale),
      phone_number: yesOrNo((person) => Boolean(person.phone ?? person.mobile_phone ?? person.home_phone)),
    },
    sorts: {
      created_at: (person) => person.created_at,
      updated_at: (person) => person.updated_at,
      last_contacted_at: (person) => person.last_contacted_at,
      name: (person) => person.display_name,
      title: (person) => person.title,
      call_count: (person) => person.counts.calls,
    },
    usualSort: 'updated_at',
    usualDirection: 'DESC',
  };
}

export const peopleRoutes: Routes = {
  'GET /v2/people': (call) => list(call, call.world.people.values(), listingOf(call)),
  'GET /v2/people/{id}': (call) => showOne(call, call.world.people),
};
