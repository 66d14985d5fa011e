import { describe, expect, it } from 'vitest';
import {
  endDialSession,
  pauseDialSession,
  planDialSession,
  reopenWork,
  resumeDialSession,
  settleWork,
  standingOf,
  startDialSession,
  summarize,
  workIdOf,
} from '@/lib/domain/dial-session/dial-session';
import { asId, type ActionId, type TaskId } from '@/lib/domain/core/ids';
import { aDueWork } from '@/tests/support/builders/view';

const work = (workId: string, isOverdue = false) => aDueWork('Ann One', { workId, isOverdue });
const called = { kind: 'called', talkSeconds: 60, wasConnected: true, disposition: 'Connected' } as const;

describe('the plan of a dial session', () => {
  it('has the overdue first, and of those the ones who may be called now', () => {
    const rows = [work('late, night', true), work('late, day', true), work('today, night'), work('today, day')];
    const isDay = ({ workId }: { workId: string }) => workId.endsWith('day');
    expect(planDialSession(rows, isDay)).toEqual(['late, day', 'late, night', 'today, day', 'today, night']);
  });

  it('has nobody without a number that can be dialed', () => {
    expect(
      planDialSession([aDueWork('Nobody', { workId: 'none', person: { numbers: [] } }), work('one')], () => true),
    ).toEqual(['one']);
  });
});

describe('a dial session', () => {
  const rows = [work('a'), work('b'), work('c')];
  const run = startDialSession(['a', 'b', 'c'], 1_000);

  it('goes from one to the next, whatever became of each', () => {
    expect(standingOf(run, rows)).toMatchObject({ current: { workId: 'a' }, next: { workId: 'b' }, done: 0, total: 3 });
    const second = settleWork(run, 'a', called);
    const third = settleWork(second, 'b', { kind: 'skipped', reason: 'not-now' });
    expect(standingOf(third, rows)).toMatchObject({ current: { workId: 'c' }, next: undefined, done: 2, total: 3 });
  });

  it('passes over what has left the list, and counts it no more', () => {
    expect(standingOf(run, [work('c')])).toMatchObject({ current: { workId: 'c' }, done: 0, total: 1 });
  });

  it('goes back to one whose log was taken back', () => {
    const back = reopenWork(settleWork(run, 'a', called), 'a');
    expect(standingOf(back, rows).current?.workId).toBe('a');
    expect(reopenWork(run, 'a')).toBe(run);
  });

  it('takes no note of other calls, nor of any once it is over', () => {
    expect(settleWork(run, 'elsewhere', called)).toBe(run);
    const over = endDialSession(run, 2_000);
    expect(settleWork(over, 'a', called)).toBe(over);
    expect(endDialSession(over, 3_000)).toBe(over);
  });

  it('pauses and goes on', () => {
    const paused = pauseDialSession(run);
    expect(paused.state).toBe('paused');
    expect(pauseDialSession(paused)).toBe(paused);
    expect(resumeDialSession(paused).state).toBe('running');
    expect(resumeDialSession(run)).toBe(run);
  });

  it('sums up what it has brought', () => {
    const done = settleWork(
      settleWork(settleWork(run, 'a', called), 'b', {
        ...called,
        talkSeconds: 0,
        wasConnected: false,
        disposition: 'No Answer',
      }),
      'c',
      { kind: 'later', dueDate: '2026-11-27' },
    );
    expect(summarize(done)).toEqual({
      calls: 2,
      connected: 1,
      talkSeconds: 60,
      skipped: 0,
      later: 1,
      left: 0,
      dispositions: [
        { name: 'Connected', count: 1 },
        { name: 'No Answer', count: 1 },
      ],
    });
  });
});

it('names work as the list does', () => {
  expect(workIdOf({ kind: 'action', actionId: asId<ActionId>('7') })).toBe('action:7');
  expect(workIdOf({ kind: 'task', taskId: asId<TaskId>('8') })).toBe('task:8');
  expect(workIdOf({ kind: 'none' })).toBeUndefined();
});
