import { describe, expect, it } from 'vitest';
import { checkWrapUp } from '@/lib/domain/wrap-up/check-wrap-up';
import { someTeamRules } from '@/tests/support/builders/builders';

const rules = someTeamRules({ dispositionRequired: true, sentimentRequired: true });

describe('what a wrap-up lacks', () => {
  it('is nothing when both required names are chosen', () => {
    expect(checkWrapUp({ disposition: 'Connected', sentiment: 'Interested', notes: '' }, rules)).toEqual([]);
  });

  it('is every required field left empty', () => {
    expect(checkWrapUp({ disposition: '', sentiment: '', notes: 'words' }, rules)).toEqual([
      'disposition',
      'sentiment',
    ]);
  });

  it('is a name that the team does not have, required or not', () => {
    const lenient = someTeamRules({ dispositionRequired: false });
    expect(checkWrapUp({ disposition: 'connected', sentiment: '', notes: '' }, lenient)).toEqual(['disposition']);
  });

  it('is nothing when nothing is required', () => {
    expect(
      checkWrapUp({ disposition: '', sentiment: '', notes: '' }, someTeamRules({ dispositionRequired: false })),
    ).toEqual([]);
  });
});
