import { describe, expect, it } from 'vitest';
import { checkEdit, readSeconds, refusalsOf } from '@/lib/domain/outbox/entry-edit';
import { someTeamRules } from '@/tests/support/builders/builders';

it.each([
  ['0', 0],
  ['187', 187],
  ['3:07', 187],
  [' 1:02:09 ', 3_729],
  ['', undefined],
  ['-3', undefined],
  ['3:77', undefined],
  ['three', undefined],
])('reads "%s" as %s seconds', (typed, seconds) => {
  expect(readSeconds(typed)).toBe(seconds);
});

describe('an edit', () => {
  const edit = { disposition: 'Connected', sentiment: '', notes: '' };

  it('is fine as it is', () => {
    expect(checkEdit(edit, someTeamRules(), false)).toEqual([]);
  });

  it('names what cannot be sent, the fields in the order of the form', () => {
    expect(
      checkEdit({ ...edit, disposition: 'Gone', to: 'reception', duration: 'long' }, someTeamRules(), false),
    ).toEqual(['to', 'duration', 'disposition']);
  });

  it('leaves names to Salesloft while the team’s are not known', () => {
    expect(checkEdit({ ...edit, disposition: 'Gone' }, undefined, false)).toEqual([]);
  });
});

describe('what Salesloft refused', () => {
  const reason = { code: 'refused', field: 'to', words: 'to is invalid' } as const;

  it('is told by field, as far as the field can be corrected', () => {
    const refusals = { to: 'is invalid', person_id: 'is gone' };
    expect(refusalsOf({ ...reason, refusals })).toEqual({ to: 'is invalid' });
    expect(refusalsOf(reason)).toEqual({ to: 'to is invalid' });
  });

  it('may be any of them when it names none', () => {
    expect(refusalsOf({ ...reason, field: '' })).toEqual({ to: '', duration: '' });
  });

  it('is nothing after an outage', () => {
    expect([refusalsOf(undefined), refusalsOf({ ...reason, code: 'salesloft-error' })]).toEqual([{}, {}]);
  });
});
