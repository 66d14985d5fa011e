import type { Call, Note, Person, User } from '../rows.ts';
import { iso, ref } from '../wire.ts';
import { nextId } from './ids.ts';
import { aPerson } from './person.ts';
import { theRep } from './team.ts';

export type CallFacts = {
  readonly person?: Person;
  readonly user?: User;
  readonly to?: string;
  readonly durationSeconds?: number;
  readonly disposition?: string | null;
  readonly sentiment?: string | null;
  readonly notes?: string;
  readonly at?: number;
};

/** A call somebody logged before, with its note when there was one. */
export function aCall(facts: CallFacts = {}): Call {
  const { person = aPerson(), user = theRep(), disposition = 'No Answer', sentiment = null } = facts;
  const id = nextId('calls', 4_400_001);
  const at = iso(facts.at ?? Date.now() - 86_400_000, id % 1000);
  const note = facts.notes === undefined ? undefined : aNote(facts.notes, person, user, at, id);
  return {
    id,
    to: facts.to ?? person.phone,
    duration: facts.durationSeconds ?? 12,
    disposition,
    sentiment,
    positive: false,
    connected: disposition === 'Connected',
    recordings: [],
    user: ref('users', user.id),
    called_person: ref('people', person.id),
    action: null,
    task: null,
    cadence: null,
    step: null,
    note: note ? ref('notes', note.id) : null,
    crm_activity: null,
    created_at: at,
    updated_at: at,
    hidden: { table: 'calls', brings: [person, user, ...(note ? [note] : [])], crmParams: null },
  };
}

function aNote(content: string, person: Person, user: User, at: string, callId: number): Note {
  return {
    id: nextId('notes', 3_300_001),
    content,
    subject: null,
    associated_type: 'person',
    associated_with: ref('people', person.id),
    call: ref('activities/calls', callId),
    user: ref('users', user.id),
    created_at: at,
    updated_at: at,
    hidden: { table: 'notes', brings: [] },
  };
}
