import { describe, expect, it } from 'vitest';
import { classifyAnswer } from '@/lib/domain/outbox/delivery';
import type { ApiFailure } from '@/lib/domain/core/api-result';
import { anHttpFailure, aReceipt, noAnswer } from '@/tests/support/builders/builders';

const kindOf = (failure: ApiFailure): string => classifyAnswer({ ok: false, failure }).kind;

describe('what an answer to a log means', () => {
  it('2xx is the receipt', () => {
    expect(classifyAnswer({ ok: true, value: aReceipt() })).toEqual({ kind: 'delivered', receipt: aReceipt() });
  });

  it('a refusal names every field with Salesloft’s words for it', () => {
    const failure = anHttpFailure(422, {
      fields: { to: ['is invalid', 'is too short'], disposition: ['is gone'] },
      words: 'to is invalid',
    });
    expect(classifyAnswer({ ok: false, failure })).toMatchObject({
      kind: 'refused',
      reason: { field: 'to', refusals: { to: 'is invalid, is too short', disposition: 'is gone' } },
    });
  });

  it.each([
    ['422 on a disposition', anHttpFailure(422, { fields: { disposition: ['is not valid'] } }), 'refused'],
    ['422 on the person', anHttpFailure(422, { fields: { person_id: ['must exist'] } }), 'refused'],
    ['404: the person is gone', anHttpFailure(404, { code: 'not-found' }), 'refused'],
    ['403', anHttpFailure(403, { code: 'permission-missing' }), 'refused'],
    ['422 on the action', anHttpFailure(422, { fields: { action_id: ['is used'] } }), 'guardUsed'],
    ['422 on the task', anHttpFailure(422, { fields: { task_id: ['is used'] } }), 'guardUsed'],
    ['401', anHttpFailure(401), 'notSent'],
    ['429', anHttpFailure(429, { code: 'rate-limited' }), 'rateLimited'],
    ['500 with HTML, perhaps after the commit', anHttpFailure(500, { code: 'salesloft-error' }), 'unknown'],
    ['408, perhaps after the commit', anHttpFailure(408), 'unknown'],
    ['a time-out', noAnswer(), 'unknown'],
    [
      'a captive portal’s page',
      { ...noAnswer(), kind: 'broken', code: 'salesloft-broken-answer', status: 200 },
      'unknown',
    ],
    ['known offline', { ...noAnswer(), kind: 'notSent', code: 'offline' }, 'notSent'],
  ] as const)('%s', (_words, failure, kind) => {
    expect(kindOf(failure)).toBe(kind);
  });

  it('keeps Salesloft’s words and the field', () => {
    const failure = anHttpFailure(422, {
      fields: { disposition: ['is not in the list'] },
      words: 'disposition is not in the list',
    });
    expect(classifyAnswer({ ok: false, failure })).toMatchObject({
      reason: { field: 'disposition', words: 'disposition is not in the list' },
    });
  });

  it('a 429 closes the gate for all', () => {
    expect(classifyAnswer({ ok: false, failure: anHttpFailure(429, { retryAfterSeconds: 7 }) })).toMatchObject({
      kind: 'rateLimited',
      retryAfterSeconds: 7,
    });
  });
});
