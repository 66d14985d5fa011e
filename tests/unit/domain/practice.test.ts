import { expect, it } from 'vitest';
import { CALLEE_BEHAVIOURS } from '@/lib/domain/phone';
import { calleeFor, scriptFor } from '@/lib/domain/practice';
import { aNumber } from '@/tests/fakes/builders';

it('lets the last digit decide, unless the rep has chosen', () => {
  const byDigit = [...'0123456789'].map((digit) => calleeFor(aNumber(`+1404555010${digit}`), undefined));
  expect(byDigit.slice(4)).toEqual(['answers', 'busy', 'noAnswer', 'hangsUp', 'rejects', 'voicemail']);
  expect(new Set(byDigit.slice(0, 5))).toEqual(new Set(['answers']));
  expect(calleeFor(aNumber('+14045550105'), 'voicemail')).toBe('voicemail');
});

it('has a script for each', () => {
  expect(CALLEE_BEHAVIOURS.map((behaviour) => scriptFor(behaviour).then)).toEqual([
    'answer',
    'busy',
    'noAnswer',
    'answer',
    'rejected',
    'answer',
  ]);
  expect(scriptFor('hangsUp').hangsUpAfterMs).toBe(6_000);
});
