import type { Cadence, CallInstructions, Membership, Person, Step, User } from '../rows.ts';
import { iso, ref, type Id } from '../wire.ts';
import { nextId } from './ids.ts';
import { REP_ID, theRep } from './team.ts';

const MADE_AT = Date.UTC(2026, 8, 1);

export type CadenceFacts = {
  readonly id?: Id;
  readonly name?: string;
  readonly owner?: User;
  readonly archived?: boolean;
  readonly draft?: boolean;
};

export function aCadence(facts: CadenceFacts = {}): Cadence {
  const id = facts.id ?? nextId('cadences', 1_901);
  const at = iso(MADE_AT);
  const owner = ref('users', facts.owner?.id ?? REP_ID);
  return {
    id,
    name: facts.name ?? `Cadence ${id}`,
    team_cadence: true,
    shared: true,
    draft: facts.draft ?? false,
    archived_at: facts.archived ? at : null,
    current_state: facts.archived ? 'archived' : 'active',
    cadence_function: 'outbound',
    tags: [],
    counts: { cadence_people: 0 },
    creator: owner,
    owner,
    groups: [],
    created_at: at,
    updated_at: at,
    hidden: { table: 'cadences', brings: facts.owner ? [facts.owner] : [] },
  };
}

export type StepFacts = {
  readonly id?: Id;
  readonly cadence?: Cadence;
  readonly type?: 'phone' | 'email' | 'other' | 'integration';
  readonly name?: string;
  readonly day?: number;
  readonly stepNumber?: number;
};

const TYPE_WORDS = { phone: 'Phone', email: 'Email', other: 'Other', integration: 'Integration' };

/** A call step, unless told otherwise. */
export function aStep(facts: StepFacts = {}): Step {
  const id = facts.id ?? nextId('steps', 5_901);
  const cadence = facts.cadence ?? aCadence();
  const type = facts.type ?? 'phone';
  const day = facts.day ?? 1;
  const number = facts.stepNumber ?? 1;
  const at = iso(MADE_AT);
  return {
    id,
    name: facts.name ?? TYPE_WORDS[type],
    display_name: `Day ${day}: Step ${number} - ${TYPE_WORDS[type]}`,
    type,
    day,
    step_number: number,
    disabled: false,
    multitouch_enabled: false,
    cadence: ref('cadences', cadence.id),
    details: null,
    created_at: at,
    updated_at: at,
    hidden: { table: 'steps', brings: [cadence] },
  };
}

export function callInstructions(instructions: string, id: Id = nextId('callInstructions', 9_901)): CallInstructions {
  return {
    id,
    instructions,
    created_at: iso(MADE_AT),
    updated_at: iso(MADE_AT),
    hidden: { table: 'callInstructions', brings: [] },
  };
}

export function aMembership(person: Person, cadence: Cadence, user: User = theRep()): Membership {
  const at = iso(MADE_AT);
  return {
    id: nextId('memberships', 60_001),
    added_at: at,
    current_state: 'active',
    currently_on_cadence: true,
    person_deleted: false,
    counts: { calls: 0 },
    cadence: ref('cadences', cadence.id),
    person: ref('people', person.id),
    user: ref('users', user.id),
    latest_action: null,
    created_at: at,
    updated_at: at,
    hidden: { table: 'memberships', brings: [person, cadence, user] },
  };
}
