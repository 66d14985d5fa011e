import { describe, expect, it } from 'vitest';
import type { DueAction, DueTask } from '@/lib/domain/queue/due-queue';
import { halved, keepMostUrgent } from '@/lib/domain/queue/queue-limit';
import { EMPTY_QUEUE } from '@/lib/domain/queue/queue-view';
import { asId, type ActionId, type PersonId, type TaskId } from '@/lib/domain/core/ids';

const HOUR = 3_600_000;
const anAction = (dueAt: number): DueAction => ({
  actionId: asId<ActionId>(`a${dueAt}`),
  dueAt,
  personId: asId<PersonId>('1'),
  cadenceId: undefined,
  stepId: undefined,
  taskId: undefined,
});
const aTask = (dueDate: string, dueAt?: number): DueTask => ({
  taskId: asId<TaskId>(`t${dueDate}`),
  dueDate,
  dueAt,
  subject: '',
  personId: asId<PersonId>('1'),
});

describe('a list longer than it may be', () => {
  const noon = Date.UTC(2026, 10, 20, 12);

  it('keeps what has been due longest, steps and tasks alike', () => {
    const kept = keepMostUrgent(
      {
        actions: [noon, noon - 30 * HOUR, noon - HOUR].map(anAction),
        tasks: [aTask('2026-11-18'), aTask('2026-11-20', noon)],
      },
      'UTC',
      3,
    );
    expect(kept.actions.map(({ dueAt }) => dueAt)).toEqual([noon - 30 * HOUR, noon - HOUR]);
    expect(kept.tasks.map(({ dueDate }) => dueDate)).toEqual(['2026-11-18']);
  });

  it('holds no more than the limit when all is due at one time', () => {
    const kept = keepMostUrgent(
      { actions: Array.from({ length: 5 }, () => anAction(noon)), tasks: [aTask('2026-11-20', noon)] },
      'UTC',
      4,
    );
    expect(kept.actions.length + kept.tasks.length).toBe(4);
  });

  it('is left alone up to the limit', () => {
    const lists = { actions: [anAction(noon)], tasks: [] };
    expect(keepMostUrgent(lists, 'UTC', 1)).toBe(lists);
  });
});

it('halves until nothing is left, and says so', () => {
  const row = { workId: 'w' } as never;
  const half = halved({ ...EMPTY_QUEUE, rows: [row, row, row] });
  expect([half?.rows.length, half?.isCut]).toEqual([1, true]);
  expect(halved({ ...EMPTY_QUEUE, rows: [row] })?.rows).toEqual([]);
  expect(halved(EMPTY_QUEUE)).toBeUndefined();
});
