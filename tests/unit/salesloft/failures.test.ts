import { describe, expect, it } from 'vitest';
import { fromStatus, fromThrown } from '@/lib/salesloft/failures';

const answer = (status: number, headers: Record<string, string> = {}) => new Response(null, { status, headers });

describe('a failure', () => {
  it.each([
    [401, 'not-signed-in'],
    [403, 'permission-missing'],
    [404, 'not-found'],
    [422, 'refused'],
    [400, 'refused'],
    [429, 'rate-limited'],
    [500, 'salesloft-error'],
    [504, 'salesloft-error'],
  ])('of status %i is %s', (status, code) => {
    expect(fromStatus(answer(status), {})).toMatchObject({ kind: 'http', status, code });
  });

  it('carries the fields and Salesloft’s words', () => {
    const failure = fromStatus(answer(422), {
      errors: { disposition: ['is not in the list'], person_id: 'is missing', odd: [7] },
    });
    expect(failure.fields).toEqual({ disposition: ['is not in the list'], person_id: ['is missing'], odd: [] });
    expect(failure.words).toContain('disposition is not in the list; person_id is missing');
    expect(fromStatus(answer(403), { error: 'no scope' }).words).toBe('no scope');
  });

  it.each([[undefined], [null], ['<html>'], [[1]], [{ errors: ['x'] }], [{ error: { deep: true } }]])(
    'stands any body: %j',
    (body) => {
      expect(fromStatus(answer(500), body)).toMatchObject({ fields: {}, words: '' });
    },
  );

  it('cuts long words, and believes a Retry-After only within reason', () => {
    expect(fromStatus(answer(403), { error: 'x'.repeat(900) }).words).toHaveLength(500);
    const seconds = (value: string) => fromStatus(answer(429, { 'retry-after': value }), {}).retryAfterSeconds;
    expect([seconds('7'), seconds('999999'), seconds('-3'), seconds('Wed, 21 Oct 2026 07:28:00 GMT')]).toEqual([
      7, 3_600, 0, 0,
    ]);
  });

  it('tells a time-out from a broken connection', () => {
    expect(fromThrown(new DOMException('late', 'TimeoutError')).code).toBe('salesloft-timeout');
    expect(fromThrown(new TypeError('Failed to fetch')).code).toBe('salesloft-unreachable');
  });
});
