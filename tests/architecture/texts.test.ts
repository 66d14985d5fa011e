import { expect, it } from 'vitest';
import english from '@/public/_locales/en/messages.json';
import { ERROR_CODES } from '@/lib/domain/core/errors';
import { read, sources } from './source-files.ts';

const keys = Object.keys(english);
const code = sources('entrypoints', 'components', 'lib').map(read).join('\n') + read('wxt.config.ts');

it('has a sentence for every way things can go wrong', () => {
  const missing = ERROR_CODES.map((name) => `error_${name.replaceAll('-', '_')}`).filter((key) => !keys.includes(key));
  expect(missing).toEqual([]);
});

it('has no text that nobody shows', () => {
  const made =
    /^(error|setting|option|field|guard|microphone|state|callee|slow|numberKind|settingHint|problem|previewLine|previewGuard|previewAction)_|_(one|other)$|^problem/;
  const unused = keys.filter((key) => !made.test(key) && !new RegExp(`['_"]${key}['_"]|__MSG_${key}__`).test(code));
  expect(unused).toEqual([]);
});

it('writes sentences that a person can act on: no exclamation, no empty text', () => {
  const faulty = Object.entries(english).filter(([, { message }]) => message.trim() === '' || message.includes('!'));
  expect(faulty).toEqual([]);
});
