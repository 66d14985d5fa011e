import { describe, expect, it } from 'vitest';
import english from '@/public/_locales/en/messages.json';
import { ERROR_CODES, type ErrorCode } from '@/lib/domain/core/errors';
import { errorText } from '@/lib/text/error-text';

describe('what a person is told of a failure', () => {
  it.each(ERROR_CODES)('%s has its own sentence: what happened and a next step, in plain words', (code) => {
    const sentence = errorText(code);
    expect(sentence === errorText('unexpected')).toBe(code === 'unexpected');
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).toMatch(/[.;,] \w/);
    expect(sentence).not.toMatch(/!|\b(OAuth|HTTP|API|token|grant|null|undefined|invalid_|prospect)\b/i);
  });

  it('is never empty for a code of another version', () => {
    expect(errorText('no-such-code' as ErrorCode)).toBe(english.error_unexpected.message);
  });

  it('ends with Salesloft’s own words', () => {
    expect(errorText('refused', 'disposition is not in the list')).toContain('(disposition is not in the list)');
  });
});
