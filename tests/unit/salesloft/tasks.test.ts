import { describe, expect, it } from 'vitest';
import { dueTaskParser } from '@/lib/salesloft/tasks';

const rep = { userId: '17', timeZone: 'US/Eastern' };
const parse = dueTaskParser(rep, { today: '2026-11-23' });
const aRow = (change: object = {}) => ({
  id: 501,
  subject: 'Call Pat',
  task_type: 'call',
  current_state: 'scheduled',
  due_date: '2026-11-23',
  due_at: null,
  person: { id: 26962 },
  user: { id: 17 },
  ...change,
});

describe('a task that is due', () => {
  it('is read in our words', () => {
    expect(parse(aRow())).toEqual({
      taskId: '501',
      personId: '26962',
      dueDate: '2026-11-23',
      dueAt: undefined,
      subject: 'Call Pat',
    });
  });

  it('has its time of day when that is on the day', () => {
    const late = Date.UTC(2026, 10, 24, 3);
    expect(parse(aRow({ due_at: new Date(late).toISOString() }))?.dueAt).toBe(late);
    expect(parse(aRow({ due_at: '2026-11-30T12:00:00.000000+00:00' }))?.dueAt).toBeUndefined();
  });

  it('may be due by its time alone', () => {
    expect(parse(aRow({ due_date: null, due_at: '2026-11-24T03:00:00.000000+00:00' }))?.dueDate).toBe('2026-11-23');
    expect(parse(aRow({ due_date: null, due_at: '2026-11-24T06:00:00.000000+00:00' }))).toBeUndefined();
  });

  it.each([
    ['of tomorrow', { due_date: '2026-11-24' }],
    ['without a date', { due_date: null }],
    ['of another user', { user: { id: 18 } }],
    ['of another kind', { task_type: 'email' }],
    ['done', { current_state: 'completed' }],
    ['of nobody', { person: null }],
    ['without an id', { id: null }],
  ])('is never one %s', (_what, change) => {
    expect(parse(aRow(change))).toBeUndefined();
  });
});
