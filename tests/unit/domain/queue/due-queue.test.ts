import { describe, expect, it } from 'vitest';
import {
  buildQueue,
  hiddenPerson,
  startOfDate,
  toId,
  type DueAction,
  type DueTask,
  type QueueFacts,
} from '@/lib/domain/queue/due-queue';
import {
  asId,
  type AccountId,
  type ActionId,
  type CadenceId,
  type PersonId,
  type StepId,
  type TaskId,
} from '@/lib/domain/core/ids';
import type { Person } from '@/lib/domain/call/person';
import { aPersonNumber } from '@/tests/support/builders/builders';

/** Monday 23 November 2026, 15:00 in New York. */
const NOW = Date.UTC(2026, 10, 23, 20, 0);
const HOUR = 3_600_000;
const person = (id: string, change: Partial<Person> = {}): Person => ({
  ...hiddenPerson(asId<PersonId>(id)),
  name: `Person ${id}`,
  company: 'As the person says',
  numbers: [aPersonNumber()],
  ...change,
});
const action = (id: string, dueAt: number, change: Partial<DueAction> = {}): DueAction => ({
  actionId: asId<ActionId>(id),
  dueAt,
  personId: asId<PersonId>('1'),
  cadenceId: asId<CadenceId>('5'),
  stepId: asId<StepId>('6'),
  taskId: undefined,
  ...change,
});
const task = (id: string, dueDate: string, change: Partial<DueTask> = {}): DueTask => ({
  taskId: asId<TaskId>(id),
  dueDate,
  dueAt: undefined,
  subject: 'Call back',
  personId: asId<PersonId>('2'),
  ...change,
});

function queue(change: Partial<QueueFacts>) {
  const facts: QueueFacts = {
    actions: [],
    tasks: [],
    people: new Map([
      ['1', person('1')],
      ['2', person('2')],
    ]),
    accounts: new Map(),
    cadenceNames: new Map([['5', 'Q4 Outbound']]),
    stepNames: new Map([['6', 'Day 1: Step 2 - Phone']]),
    ...change,
  };
  return buildQueue(facts, NOW, 'US/Eastern');
}

describe('the queue', () => {
  it('merges actions and tasks without doubles: a task that is an action’s task stands once', () => {
    const rows = queue({
      actions: [action('10', NOW - HOUR, { taskId: asId<TaskId>('50') })],
      tasks: [task('50', '2026-11-23'), task('51', '2026-11-23')],
    });
    expect(rows.map((row) => row.workId).sort()).toEqual(['action:10', 'task:51']);
  });

  it('puts what was due before today, in the rep’s zone, first', () => {
    const rows = queue({
      // 4:00 UTC is 23:00 the day before in New York; 6:00 UTC is today.
      actions: [action('today', Date.UTC(2026, 10, 23, 6)), action('late', Date.UTC(2026, 10, 23, 4))],
      tasks: [task('old', '2026-11-01'), task('new', '2026-11-23')],
    });
    expect(rows.map((row) => [row.workId, row.isOverdue])).toEqual([
      ['task:old', true],
      ['action:late', true],
      ['task:new', false],
      ['action:today', false],
    ]);
  });

  it('names cadence and step, or the task’s subject', () => {
    const rows = queue({ actions: [action('10', NOW)], tasks: [task('51', '2026-11-23')] });
    expect(rows.map((row) => [row.cadenceName, row.stepName])).toEqual([
      ['', 'Call back'],
      ['Q4 Outbound', 'Day 1: Step 2 - Phone'],
    ]);
  });

  it('takes the company and its do-not-contact from the account', () => {
    const accountId = asId<AccountId>('9');
    const rows = queue({
      actions: [action('10', NOW)],
      people: new Map([['1', person('1', { accountId })]]),
      accounts: new Map([['9', { accountId, name: 'Initech', doNotContact: 'yes' }]]),
    });
    expect(rows[0]).toMatchObject({ person: { company: 'Initech', doNotContact: 'yes' } });
  });

  it.each([
    ['no', 'unknown'],
    ['unknown', 'unknown'],
    ['yes', 'yes'],
  ] as const)('knows of no permission while the company is not read: the person says %s', (doNotContact, found) => {
    const rows = queue({
      actions: [action('10', NOW)],
      people: new Map([['1', person('1', { accountId: asId<AccountId>('9'), doNotContact })]]),
      accounts: new Map(),
    });
    expect(rows[0]).toMatchObject({ person: { doNotContact: found } });
  });

  it('shows a row once that two pages of a changing list gave', () => {
    expect(queue({ actions: [action('10', NOW), action('10', NOW)] })).toHaveLength(1);
  });

  it('leaves work out whose person is not read yet', () => {
    expect(queue({ actions: [action('10', NOW)], people: new Map() })).toEqual([]);
  });
});

it('finds the start of a date in a zone', () => {
  expect(startOfDate('2026-11-23', 'US/Eastern')).toBe(Date.UTC(2026, 10, 23, 5));
  expect(startOfDate('2026-11-23', 'Pacific/Auckland')).toBe(Date.UTC(2026, 10, 22, 11));
  expect(startOfDate('2026-11-23', 'Pacific/Honolulu')).toBe(Date.UTC(2026, 10, 23, 10));
  expect(startOfDate('not a date', 'US/Eastern')).toBe(0);
  expect(toId('')).toBeUndefined();
});
