import type { Account, Person, User } from '../rows.ts';
import { iso, offsetMinutes, ref, type Id } from '../wire.ts';
import { nextId, usNumber } from './ids.ts';

export type PersonFacts = {
  readonly id?: Id;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly title?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly phoneExtension?: string | null;
  readonly mobilePhone?: string | null;
  readonly homePhone?: string | null;
  readonly city?: string | null;
  readonly state?: string | null;
  readonly country?: string | null;
  readonly locale?: string | null;
  readonly doNotContact?: boolean;
  readonly contactRestrictions?: readonly ('call' | 'email' | 'message')[];
  readonly account?: Account | null;
  readonly owner?: User;
  readonly at?: number;
};

/** A person with a mobile-free, dialable record; say what is different. */
export function aPerson(facts: PersonFacts = {}): Person {
  const id = facts.id ?? nextId('people', 26_962);
  const at = facts.at ?? Date.now() - 86_400_000;
  const given = <Key extends keyof PersonFacts>(key: Key, usual: NonNullable<PersonFacts[Key]>) =>
    facts[key] === undefined ? usual : (facts[key] as NonNullable<PersonFacts[Key]> | null);
  const first = given('firstName', 'Pat');
  const last = given('lastName', `Doe ${id}`);
  const locale = given('locale', 'US/Eastern');
  const account = facts.account ?? null;
  return {
    id,
    first_name: first,
    last_name: last,
    display_name: [first, last].filter(Boolean).join(' '),
    title: given('title', 'Head of Operations'),
    email_address: given('email', `person-${id}@example.com`),
    phone: given('phone', usNumber(Number(String(id).slice(-6)))),
    phone_extension: facts.phoneExtension ?? null,
    mobile_phone: facts.mobilePhone ?? null,
    home_phone: facts.homePhone ?? null,
    city: given('city', 'Atlanta'),
    state: given('state', 'GA'),
    country: given('country', 'United States'),
    locale,
    locale_utc_offset: locale === null ? null : offsetMinutes(locale, at),
    do_not_contact: facts.doNotContact ?? false,
    contact_restrictions: [...(facts.contactRestrictions ?? [])],
    person_company_name: account?.name ?? null,
    linkedin_url: null,
    crm_url: null,
    tags: [],
    custom_fields: {},
    last_contacted_at: null,
    counts: { calls: 0 },
    account: account ? ref('accounts', account.id) : null,
    owner: facts.owner ? ref('users', facts.owner.id) : null,
    person_stage: null,
    most_recent_cadence: null,
    created_at: iso(at),
    updated_at: iso(at),
    hidden: { table: 'people', brings: [...(account ? [account] : []), ...(facts.owner ? [facts.owner] : [])] },
  };
}
