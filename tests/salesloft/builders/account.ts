import type { Account } from '../rows.ts';
import { iso, type Id } from '../wire.ts';
import { nextId } from './ids.ts';

export type AccountFacts = {
  readonly id?: Id;
  readonly name?: string;
  readonly domain?: string;
  readonly phone?: string | null;
  readonly doNotContact?: boolean;
  readonly locale?: string | null;
  readonly industry?: string | null;
  readonly city?: string | null;
  readonly state?: string | null;
  readonly country?: string | null;
  readonly at?: number;
};

/** A person's company. */
export function anAccount(facts: AccountFacts = {}): Account {
  const id = facts.id ?? nextId('accounts', 8_901);
  const name = facts.name ?? `Company ${id}`;
  const domain = facts.domain ?? `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example`;
  const at = iso(facts.at ?? Date.now() - 86_400_000);
  return {
    id,
    name,
    conversational_name: null,
    domain,
    website: `https://${domain}`,
    phone: facts.phone ?? null,
    do_not_contact: facts.doNotContact ?? false,
    locale: facts.locale ?? null,
    industry: facts.industry ?? null,
    size: null,
    city: facts.city ?? null,
    state: facts.state ?? null,
    country: facts.country ?? null,
    description: null,
    tags: [],
    archived_at: null,
    counts: { people: 0 },
    owner: null,
    created_at: at,
    updated_at: at,
    hidden: { table: 'accounts', brings: [] },
  };
}
