import { describe, expect, it } from 'vitest';
import { askForTask, guardTaskOf, mayGetTask, settleWithoutTask, takeTask } from '@/lib/domain/outbox/guard-task';
import { asId, type TaskId } from '@/lib/domain/core/ids';
import { isGuarded } from '@/lib/domain/outbox/outbox';
import { claim } from '@/lib/domain/outbox/settle';
import { anAdHocEntry, anEntry, anHttpFailure, noAnswer } from '@/tests/support/builders/builders';

const CALLED_AT = Date.UTC(2026, 10, 24, 3, 42);
const context = { now: 2_000_000, salesloftNow: 2_000_000, random: 0.5, retries: 5 };
const asked = claim(askForTask(anAdHocEntry()));

describe('a task of its own', () => {
  it('is for a log that nothing guards and that has surely not been sent', () => {
    expect(mayGetTask(anAdHocEntry())).toBe(true);
    expect(mayGetTask(anEntry())).toBe(false);
    expect(mayGetTask(anAdHocEntry({ unknownSince: 5 }))).toBe(false);
  });

  it('has the call’s id as its key, and the day and minute of the call where the rep was', () => {
    expect(guardTaskOf(anAdHocEntry({ calledAt: CALLED_AT }))).toEqual({
      key: '0190-call',
      personId: '26962',
      subject: 'Call of 2026-11-23 22:42 (US/Eastern)',
      dueDate: '2026-11-23',
    });
    expect(guardTaskOf(anAdHocEntry({ calledAt: CALLED_AT, timeZone: 'Mars/Base' })).dueDate).toBe('2026-11-24');
  });

  it('guards the log as any task does', () => {
    const guarded = takeTask(
      { ...asked, reason: { code: 'salesloft-timeout', field: '', words: '' } },
      asId<TaskId>('501'),
    );
    expect(isGuarded(guarded)).toBe(true);
    expect(guarded).toMatchObject({ dedupeKey: 'task:501', log: { completes: { kind: 'task', taskId: '501' } } });
    expect(guarded.reason).toBeUndefined();
    expect(mayGetTask(guarded)).toBe(false);
  });
});

describe('a log whose task could not be had', () => {
  it('waits, each outage a try, and needs the rep when they are used up', () => {
    let entry = asked;
    const waits: number[] = [];
    for (let tries = 1; tries <= 5; tries += 1) {
      entry = settleWithoutTask(entry, noAnswer(), context);
      expect(entry).toMatchObject({
        state: 'pending',
        attempts: tries,
        unknownSince: 0,
        reason: { code: 'salesloft-timeout' },
      });
      waits.push(entry.nextTryAt - context.now);
    }
    expect(waits).toEqual([30_000, 60_000, 120_000, 240_000, 480_000]);
    const last = settleWithoutTask(entry, noAnswer(), context);
    expect(last).toMatchObject({ state: 'dead', isRevivable: true });
    expect(settleWithoutTask({ ...entry, wasRevived: true }, noAnswer(), context).isRevivable).toBe(false);
  });

  it.each([
    ['a rate limit, for the gate', anHttpFailure(429, { code: 'rate-limited' }), 2_000_000],
    ['a sign-in', anHttpFailure(401, { code: 'not-signed-in' }), 2_030_000],
    ['the network', { ...anHttpFailure(0), kind: 'notSent', code: 'offline' } as const, 2_030_000],
  ])('waits without spending a try: %s', (_words, failure, nextTryAt) => {
    expect(settleWithoutTask(asked, failure, context)).toMatchObject({ state: 'pending', attempts: 0, nextTryAt });
  });

  it('needs the rep when Salesloft refuses the task, with Salesloft’s words', () => {
    const failure = anHttpFailure(403, { code: 'permission-missing', words: 'no scope' });
    expect(settleWithoutTask(asked, failure, context)).toMatchObject({
      state: 'dead',
      isRevivable: false,
      reason: { code: 'permission-missing', words: 'no scope' },
    });
  });
});
