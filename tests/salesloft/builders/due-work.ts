import type { Action, CallInstructions, Person, Step, Task, User } from '../rows.ts';
import { dateIn, iso, ref, type Id } from '../wire.ts';
import { aStep } from './cadence.ts';
import { nextId } from './ids.ts';
import { aPerson } from './person.ts';
import { theRep } from './team.ts';

const HOUR_MS = 3_600_000;

export type ActionFacts = {
  readonly id?: Id;
  readonly person?: Person;
  readonly step?: Step;
  readonly user?: User;
  /** ms since the epoch; an hour ago unless told otherwise. */
  readonly dueAt?: number;
  readonly instructions?: CallInstructions;
  /** The same due work as it stands in /tasks. */
  readonly task?: Task;
};

/** A cadence step that is due: one touch between the rep and one person. */
export function anAction(facts: ActionFacts = {}): Action {
  const id = facts.id ?? nextId('actions', 275_001);
  const {
    person = aPerson(),
    step = aStep(),
    user = theRep(),
    dueAt = Date.now() - HOUR_MS,
    instructions,
    task,
  } = facts;
  const at = iso(dueAt - 24 * HOUR_MS);
  return {
    id,
    type: step.type,
    status: 'in_progress',
    due: true,
    due_on: iso(dueAt),
    multitouch_group_id: null,
    action_details: instructions ? ref('action_details/call_instructions', instructions.id) : null,
    user: ref('users', user.id),
    person: ref('people', person.id),
    cadence: step.cadence,
    step: ref('steps', step.id),
    task: task ? ref('tasks', task.id) : null,
    created_at: at,
    updated_at: at,
    hidden: {
      table: 'actions',
      brings: [person, step, user, ...(instructions ? [instructions] : []), ...(task ? [task] : [])],
    },
  };
}

export type TaskFacts = {
  readonly id?: Id;
  readonly person?: Person;
  readonly user?: User;
  readonly subject?: string;
  readonly description?: string | null;
  readonly taskType?: 'call' | 'email' | 'general';
  /** `YYYY-MM-DD`; today in the user's zone unless told otherwise. */
  readonly dueDate?: string;
  readonly dueAt?: number | null;
  readonly source?: 'salesloft.api' | 'salesloft.cadence' | 'salesloft.signal';
  readonly idempotencyKey?: string | null;
};

/** A call task made by hand, unless told otherwise. */
export function aTask(facts: TaskFacts = {}): Task {
  const id = facts.id ?? nextId('tasks', 95_001);
  const { person = aPerson(), user = theRep(), dueAt = null } = facts;
  const at = iso(Date.now() - 48 * HOUR_MS);
  return {
    id,
    subject: facts.subject ?? `Call ${person.display_name}`,
    description: facts.description ?? null,
    task_type: facts.taskType ?? 'call',
    current_state: 'scheduled',
    due_date: facts.dueDate ?? dateIn(user.time_zone, Date.now()),
    due_at: dueAt === null ? null : iso(dueAt),
    remind_at: null,
    expires_after: null,
    completed_at: null,
    person: ref('people', person.id),
    opportunity: null,
    user: ref('users', user.id),
    created_by_user: ref('users', user.id),
    completed_by: null,
    created_at: at,
    updated_at: at,
    hidden: {
      table: 'tasks',
      brings: [person, user],
      source: facts.source ?? 'salesloft.api',
      idempotencyKey: facts.idempotencyKey ?? null,
    },
  };
}
