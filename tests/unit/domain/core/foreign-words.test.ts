import { expect, it } from 'vitest';
import { foreignWords } from '@/lib/domain/core/foreign-words';

it.each([
  ['a plain sentence.', 'a plain sentence.'],
  ['  two\nlines\tand \0 more  ', 'two lines and more'],
  ['turned \u202Eround', 'turned round'],
  ['half \uD83D', 'half'],
  ['', ''],
])('takes %j into one plain line', (given, words) => {
  expect(foreignWords(given)).toBe(words);
});

it('cuts two megabytes short, and through no character', () => {
  const words = foreignWords(`x${'😀'.repeat(500_000)}`);
  expect(words.length).toBeLessThanOrEqual(500);
  expect(words.isWellFormed()).toBe(true);
});
