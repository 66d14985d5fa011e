import type { DueWork } from './due-work';
import type { Person, Prohibition } from '@/lib/domain/call/person';
import {
  asId,
  type AccountId,
  type ActionId,
  type CadenceId,
  type PersonId,
  type StepId,
  type TaskId,
} from '@/lib/domain/core/ids';
import { localTime, startOfDay } from '@/lib/domain/core/local-time';

/** A due touch of a cadence, as Salesloft's actions tell it. */
export type DueAction = {
  readonly actionId: ActionId;
  readonly dueAt: number;
  readonly personId: PersonId;
  readonly cadenceId: CadenceId | undefined;
  readonly stepId: StepId | undefined;
  /** The same work in the list of tasks, where the team has it there too. */
  readonly taskId: TaskId | undefined;
};

/** A due call task. */
export type DueTask = {
  readonly taskId: TaskId;
  /** `YYYY-MM-DD`. */
  readonly dueDate: string;
  /** ms since the epoch; undefined when the task is due on a date alone. */
  readonly dueAt: number | undefined;
  readonly subject: string;
  readonly personId: PersonId;
};

export type AccountFacts = { readonly accountId: AccountId; readonly name: string; readonly doNotContact: Prohibition };

export type QueueFacts = {
  readonly actions: readonly DueAction[];
  readonly tasks: readonly DueTask[];
  readonly people: ReadonlyMap<string, Person>;
  readonly accounts: ReadonlyMap<string, AccountFacts>;
  readonly cadenceNames: ReadonlyMap<string, string>;
  readonly stepNames: ReadonlyMap<string, string>;
};

/**
 * The rows of the queue: actions and tasks merged without doubles, overdue first, each by due time and then name. Work
 * of a person who has not been read yet is left out; ask again when they have.
 */
export function buildQueue(facts: QueueFacts, now: number, repTimeZone: string): readonly DueWork[] {
  const today = startOfDay(now, repTimeZone);
  const known = new Set(facts.actions.map((action) => action.taskId));
  const rows = [
    ...facts.actions.map((action) => fromAction(action, facts, today)),
    ...facts.tasks.filter((task) => !known.has(task.taskId)).map((task) => fromTask(task, facts, today, repTimeZone)),
  ].filter((row) => row !== undefined);
  // A list that changes between two of its pages gives a row twice.
  return [...new Map(rows.map((row) => [row.workId, row])).values()].sort(byUrgency);
}

function fromAction(action: DueAction, facts: QueueFacts, today: number): DueWork | undefined {
  const person = personOf(action.personId, facts);
  if (!person) return undefined;
  return {
    person,
    workId: `action:${action.actionId}`,
    source: { kind: 'action', actionId: action.actionId },
    dueAt: action.dueAt,
    isOverdue: action.dueAt < today,
    ...(action.cadenceId ? { cadenceId: action.cadenceId } : {}),
    cadenceName: facts.cadenceNames.get(action.cadenceId ?? '') ?? '',
    stepName: facts.stepNames.get(action.stepId ?? '') ?? '',
  };
}

function fromTask(task: DueTask, facts: QueueFacts, today: number, repTimeZone: string): DueWork | undefined {
  const person = personOf(task.personId, facts);
  if (!person) return undefined;
  const dueAt = task.dueAt ?? startOfDate(task.dueDate, repTimeZone);
  return {
    person,
    workId: `task:${task.taskId}`,
    source: { kind: 'task', taskId: task.taskId },
    dueAt,
    isOverdue: dueAt < today,
    cadenceName: '',
    stepName: task.subject,
  };
}

function personOf(personId: PersonId, facts: QueueFacts): Person | undefined {
  const person = facts.people.get(personId);
  return person && withCompany(person, facts.accounts.get(person.accountId ?? ''));
}

/** A person with what their company says of them. Of a company that has not been read nobody knows what it says. */
export function withCompany(person: Person, account: AccountFacts | undefined): Person {
  return {
    ...person,
    company: account?.name ?? person.company,
    doNotContact: stricter(person.doNotContact, person.accountId ? (account?.doNotContact ?? 'unknown') : 'no'),
  };
}

function stricter(one: Prohibition, other: Prohibition): Prohibition {
  return (['yes', 'unknown'] as const).find((answer) => answer === one || answer === other) ?? 'no';
}

/** Midnight of `YYYY-MM-DD` in the zone; 0 for text that is no date. */
export function startOfDate(date: string, timeZone: string): number {
  const noon = Date.parse(`${date}T12:00:00Z`);
  if (Number.isNaN(noon)) return 0;
  // Noon of Greenwich is on that date nearly everywhere; far in the east the next day has begun by then.
  const isNextDay = (localTime(noon, timeZone)?.date ?? date) > date;
  return startOfDay(isNextDay ? noon - 43_200_000 : noon, timeZone);
}

function byUrgency(one: DueWork, other: DueWork): number {
  if (one.isOverdue !== other.isOverdue) return one.isOverdue ? -1 : 1;
  return (
    one.dueAt - other.dueAt ||
    one.person.name.localeCompare(other.person.name) ||
    one.workId.localeCompare(other.workId)
  );
}

/** A person whom Salesloft names but does not give back: hidden by group privacy, or gone. */
export function hiddenPerson(personId: PersonId): Person {
  return {
    personId,
    name: '',
    title: '',
    company: '',
    timeZone: '',
    numbers: [],
    doNotContact: 'unknown',
    callRestricted: 'unknown',
  };
}

export function toId<Id extends string>(text: string): Id | undefined {
  return text === '' ? undefined : asId<Id>(text);
}
