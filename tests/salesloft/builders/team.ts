import type { CrmField, Disposition, NumberAssignment, Sentiment, Team, User } from '../rows.ts';
import { iso, ref, type Id } from '../wire.ts';
import { nextId } from './ids.ts';

/** The rep a world is about, unless it says otherwise. */
export const REP_ID = 17;
export const REP_GUID = '9cc6da15-d403-4f5b-aeed-c4b8463cf9ae';

export type UserFacts = {
  readonly id?: Id;
  readonly guid?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly timeZone?: string;
  readonly teamAdmin?: boolean;
  readonly workCountry?: string | null;
};

/** A colleague; `theRep()` is the one who is signed in. */
export function aUser(facts: UserFacts = {}): User {
  const id = facts.id ?? nextId('users', 131);
  const first = facts.firstName ?? 'Sam';
  const last = facts.lastName ?? `Colleague ${id}`;
  const guid = facts.guid ?? `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`;
  const at = iso(Date.UTC(2024, 0, 8));
  return {
    id,
    guid,
    name: `${first} ${last}`,
    first_name: first,
    last_name: last,
    email: `${first}.${last}@northwind.example`.toLowerCase().replace(/ /g, '-'),
    time_zone: facts.timeZone ?? 'US/Eastern',
    team_admin: facts.teamAdmin ?? false,
    active: true,
    click_to_call_enabled: true,
    local_dial_enabled: false,
    crm_connected: true,
    job_role: 'Sales Development',
    work_country: facts.workCountry === undefined ? 'US' : facts.workCountry,
    team: ref('team', 3),
    group: null,
    role: null,
    phone_client: null,
    phone_number_assignment: null,
    created_at: at,
    updated_at: at,
    hidden: { table: 'users', brings: [] },
  };
}

export function theRep(facts: UserFacts = {}): User {
  return aUser({ id: REP_ID, guid: REP_GUID, firstName: 'Dana', lastName: 'Rivers', ...facts });
}

export type TeamFacts = {
  readonly name?: string;
  readonly dispositionsRequired?: boolean;
  readonly sentimentsRequired?: boolean;
  readonly callRecordingDisabled?: boolean;
};

export function aTeam(facts: TeamFacts = {}): Team {
  const at = iso(Date.UTC(2023, 5, 1));
  return {
    id: 3,
    name: facts.name ?? 'Northwind Sales',
    plan: 'premier',
    license_limit: 60,
    deactivated: false,
    group_privacy_setting: 'all_public',
    team_visibility_default: 'all_team_can_act',
    dispositions_required: facts.dispositionsRequired ?? false,
    sentiments_required: facts.sentimentsRequired ?? false,
    call_recording_disabled: facts.callRecordingDisabled ?? false,
    record_by_default: false,
    local_dial_enabled: false,
    email_daily_limit: 250,
    created_at: at,
    updated_at: at,
  };
}

function named<Table extends string>(table: Table, from: number, name: string) {
  const at = iso(Date.UTC(2024, 1, 1));
  return { id: nextId(table, from), name, created_at: at, updated_at: at, hidden: { table, brings: [] } };
}

export function aDisposition(name: string): Disposition {
  return named('dispositions', 401, name);
}

export function aSentiment(name: string): Sentiment {
  return named('sentiments', 501, name);
}

export function aNumberAssignment(user: User, number: string): NumberAssignment {
  const at = iso(Date.UTC(2024, 1, 1));
  return {
    id: nextId('numberAssignments', 701),
    number,
    user: ref('users', user.id),
    created_at: at,
    updated_at: at,
    hidden: { table: 'numberAssignments', brings: [user] },
  };
}

export type CrmFieldFacts = { readonly title?: string; readonly type?: string; readonly preset?: string };

/** A CRM field of a logged call; `picklist` is label to value, empty for a field of another type. */
export function aCrmField(field: string, picklist: Record<string, string> = {}, facts: CrmFieldFacts = {}): CrmField {
  const at = iso(Date.UTC(2024, 1, 1));
  return {
    id: nextId('crmFields', 801),
    title: facts.title ?? field.replace(/__c$/, '').replace(/_/g, ' '),
    field,
    field_type: facts.type ?? (Object.keys(picklist).length > 0 ? 'picklist' : 'string'),
    picklist_values: picklist,
    value: facts.preset ?? null,
    crm_object_type: 'task',
    source: 'phone',
    created_at: at,
    updated_at: at,
    hidden: { table: 'crmFields', brings: [] },
  };
}
