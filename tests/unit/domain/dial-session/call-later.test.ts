import { expect, it } from 'vitest';
import { dayIn, isLaterDay, laterRequest } from '@/lib/domain/dial-session/call-later';
import { asId, type ActionId, type PersonId, type TaskId } from '@/lib/domain/core/ids';

const NOW = Date.UTC(2026, 10, 27, 3, 0);
const person = { personId: asId<PersonId>('5'), personName: 'Ann One', dueDate: '2026-11-30' };
const task = { kind: 'task', taskId: asId<TaskId>('9') } as const;

it('puts a task off that was not called, and makes one for everything else', () => {
  expect(laterRequest({ ...person, source: task }, 'Call Ann One')).toEqual({
    kind: 'move',
    taskId: '9',
    dueDate: '2026-11-30',
  });
  expect(
    laterRequest({ ...person, source: { kind: 'action', actionId: asId<ActionId>('7') } }, 'Call Ann One'),
  ).toEqual({
    kind: 'make',
    key: 'later-action:7-2026-11-30',
    personId: '5',
    subject: 'Call Ann One',
    dueDate: '2026-11-30',
  });
  // The log of the call completes the task.
  expect(laterRequest({ ...person, source: task, callId: 'c1' }, 'Call Ann One')).toMatchObject({
    kind: 'make',
    key: 'later-c1-2026-11-30',
  });
});

it('counts days where the rep is', () => {
  // Still the 26th in New York.
  expect(dayIn(1, NOW, 'America/New_York')).toBe('2026-11-27');
  expect(dayIn(0, NOW, 'Europe/London')).toBe('2026-11-27');
  expect(dayIn(5, NOW, '')).toBe('2026-12-02');
});

it.each([
  ['2026-11-27', true],
  ['2027-11-20', true],
  ['2026-11-26', false],
  ['2028-01-01', false],
  ['2026-13-01', false],
  ['tomorrow', false],
])('%s is a later day: %s', (dueDate, isLater) => {
  expect(isLaterDay(dueDate, NOW, 'America/New_York')).toBe(isLater);
});
