import type { Id, Ref } from './wire.ts';

/**
 * Rows in Salesloft's own shape, so that an answer is a row. `hidden` never leaves the simulator: the table a row
 * belongs to, the rows it needs beside it, and facts that Salesloft keeps but does not show.
 */
export type Hidden<Table extends string> = { readonly table: Table; readonly brings: readonly Row[] };

type Times = { created_at: string; updated_at: string };

export type User = Times & {
  id: Id;
  guid: string;
  name: string;
  first_name: string;
  last_name: string;
  email: string;
  time_zone: string;
  team_admin: boolean;
  active: boolean;
  click_to_call_enabled: boolean;
  local_dial_enabled: boolean;
  crm_connected: boolean;
  job_role: string | null;
  work_country: string | null;
  team: Ref;
  group: Ref | null;
  role: Ref | null;
  phone_client: Ref | null;
  phone_number_assignment: Ref | null;
  hidden: Hidden<'users'>;
};

export type Team = Times & {
  id: Id;
  name: string;
  plan: string;
  license_limit: number;
  deactivated: boolean;
  group_privacy_setting: string;
  team_visibility_default: string;
  dispositions_required: boolean;
  sentiments_required: boolean;
  call_recording_disabled: boolean;
  record_by_default: boolean;
  local_dial_enabled: boolean;
  email_daily_limit: number;
};

export type Person = Times & {
  id: Id;
  first_name: string | null;
  last_name: string | null;
  display_name: string;
  title: string | null;
  email_address: string | null;
  phone: string | null;
  phone_extension: string | null;
  mobile_phone: string | null;
  home_phone: string | null;
  city: string | null;
  state: string | null;
  country: string | null;
  locale: string | null;
  locale_utc_offset: number | null;
  do_not_contact: boolean;
  contact_restrictions: string[];
  person_company_name: string | null;
  linkedin_url: string | null;
  crm_url: string | null;
  tags: string[];
  custom_fields: Record<string, string>;
  last_contacted_at: string | null;
  counts: { calls: number };
  account: Ref | null;
  owner: Ref | null;
  person_stage: Ref | null;
  most_recent_cadence: Ref | null;
  hidden: Hidden<'people'>;
};

export type Account = Times & {
  id: Id;
  name: string;
  conversational_name: string | null;
  domain: string;
  website: string | null;
  phone: string | null;
  do_not_contact: boolean;
  locale: string | null;
  industry: string | null;
  size: string | null;
  city: string | null;
  state: string | null;
  country: string | null;
  description: string | null;
  tags: string[];
  archived_at: string | null;
  counts: { people: number };
  owner: Ref | null;
  hidden: Hidden<'accounts'>;
};

export type Cadence = Times & {
  id: Id;
  name: string;
  team_cadence: boolean;
  shared: boolean;
  draft: boolean;
  archived_at: string | null;
  current_state: string;
  cadence_function: string;
  tags: string[];
  counts: { cadence_people: number };
  creator: Ref;
  owner: Ref;
  groups: Ref[];
  hidden: Hidden<'cadences'>;
};

export type Step = Times & {
  id: Id;
  name: string;
  display_name: string;
  type: string;
  day: number;
  step_number: number;
  disabled: boolean;
  multitouch_enabled: boolean;
  cadence: Ref;
  details: Ref | null;
  hidden: Hidden<'steps'>;
};

export type CallInstructions = Times & { id: Id; instructions: string; hidden: Hidden<'callInstructions'> };

/** A cadence step that is due. A completed one stays here, and is shown no more. */
export type Action = Times & {
  id: Id;
  type: string;
  status: 'in_progress' | 'pending_activity' | 'completed';
  due: boolean;
  due_on: string;
  multitouch_group_id: Id | null;
  action_details: Ref | null;
  user: Ref;
  person: Ref;
  cadence: Ref;
  step: Ref;
  task: Ref | null;
  hidden: Hidden<'actions'>;
};

export type Task = Times & {
  id: Id;
  subject: string;
  description: string | null;
  task_type: string;
  current_state: 'scheduled' | 'completed';
  due_date: string;
  due_at: string | null;
  remind_at: string | null;
  expires_after: string | null;
  completed_at: string | null;
  person: Ref;
  opportunity: Ref | null;
  user: Ref;
  created_by_user: Ref;
  completed_by: Ref | null;
  hidden: Hidden<'tasks'> & { readonly source: string; readonly idempotencyKey: string | null };
};

export type Membership = Times & {
  id: Id;
  added_at: string;
  current_state: string;
  currently_on_cadence: boolean;
  person_deleted: boolean;
  counts: { calls: number };
  cadence: Ref;
  person: Ref;
  user: Ref;
  latest_action: Ref | null;
  hidden: Hidden<'memberships'>;
};

/** A disposition or a sentiment: a name the team made. */
export type Named<Table extends string> = Times & { id: Id; name: string; hidden: Hidden<Table> };

export type Call = Times & {
  id: Id;
  to: string | null;
  duration: number | null;
  disposition: string | null;
  sentiment: string | null;
  positive: boolean;
  connected: boolean;
  recordings: unknown[];
  user: Ref;
  called_person: Ref;
  action: Ref | null;
  task: Ref | null;
  cadence: Ref | null;
  step: Ref | null;
  note: Ref | null;
  crm_activity: Ref | null;
  hidden: Hidden<'calls'> & { readonly crmParams: unknown };
};

export type Note = Times & {
  id: Id;
  content: string;
  subject: string | null;
  associated_type: string;
  associated_with: Ref;
  call: Ref | null;
  user: Ref;
  hidden: Hidden<'notes'>;
};

export type NumberAssignment = Times & { id: Id; number: string; user: Ref; hidden: Hidden<'numberAssignments'> };

export type CrmField = Times & {
  id: Id;
  title: string;
  field: string;
  field_type: string;
  picklist_values: Record<string, string>;
  value: string | null;
  crm_object_type: string;
  source: string;
  hidden: Hidden<'crmFields'>;
};

export type Disposition = Named<'dispositions'>;
export type Sentiment = Named<'sentiments'>;

type Work = Cadence | Step | CallInstructions | Action | Task | Membership;
type TeamRow = User | Disposition | Sentiment | NumberAssignment | CrmField;
export type Row = Person | Account | Work | TeamRow | Call | Note;
