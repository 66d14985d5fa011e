import { expect, it } from 'vitest';
import { numberWords, undialableWords, withExtension } from '@/lib/view/call/number-words';
import { aPersonNumber } from '@/tests/support/builders/builders';

it('says a number with its extension and the words beside it', () => {
  expect(withExtension('+1 404 555 2050', '')).toBe('+1 404 555 2050');
  expect(numberWords(aPersonNumber({ extension: '2231' }))).toBe('+1 404 555 0134 ext. 2231');
  expect(numberWords(aPersonNumber({ words: 'DO NOT CALL' }))).toBe('+1 404 555 0134 · DO NOT CALL');
  expect(numberWords(aPersonNumber({ extension: '22', words: 'mornings' }))).toBe('+1 404 555 0134 ext. 22 · mornings');
});

it('tells a number of an unknown country from text that is none', () => {
  expect(undialableWords(aPersonNumber({ raw: '212 345 67 89', isCountryUnknown: true }))).toBe(
    'Country unknown: 212 345 67 89',
  );
  expect(undialableWords(aPersonNumber({ raw: 'ask reception' }))).toContain('ask reception');
});
