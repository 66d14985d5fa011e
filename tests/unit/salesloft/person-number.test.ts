import { describe, expect, it } from 'vitest';
import type { CountryCode } from 'libphonenumber-js/min';
import { toPersonNumber } from '@/lib/salesloft/person-number';

const read = (raw: string, country: CountryCode = 'US', extension = '') =>
  toPersonNumber('phone', raw, extension, country)[0];

describe('a number as somebody typed it', () => {
  it.each<[string, CountryCode, string, string]>([
    ['(404) 555-0134', 'US', '+14045550134', ''],
    ['404.555.0134', 'US', '+14045550134', ''],
    ['+1 (404) 555-0134 ext. 22', 'DE', '+14045550134', '22'],
    ['404-555-0134 x22', 'US', '+14045550134', '22'],
    ['404 555 0134;ext=9', 'US', '+14045550134', '9'],
    ['tel:+14045550134', 'US', '+14045550134', ''],
    ['0171 5550136', 'DE', '+491715550136', ''],
    ['020 7946 0958', 'GB', '+442079460958', ''],
    ['+44 (0)20 7946 0958', 'US', '+442079460958', ''],
    ['001 404 555 0134', 'DE', '+14045550134', ''],
  ])('%s in %s', (raw, country, e164, extension) => {
    expect(read(raw, country)).toMatchObject({ raw, e164, extension });
  });

  it.each(['call the front desk', '404 555 0100 / 404 555 0200', '911', '+1404555013', '1-800-FLOWERS', '030 123456'])(
    'is shown as it stands and not dialed when it is none: %s',
    (raw) => {
      expect(read(raw)).toEqual({ kind: 'phone', raw, display: raw, extension: '' });
    },
  );

  it('is shown internationally, without the extension', () => {
    expect(read('404-555-0134 x22')?.display).toBe('+1 404 555 0134');
  });

  it('takes the extension from Salesloft’s own field before one in the text', () => {
    expect(read('404-555-0134 x22', 'US', 'ext 4711')?.extension).toBe('4711');
  });

  it('is none when the field is empty', () => {
    expect(toPersonNumber('mobile', '', '22', 'US')).toEqual([]);
  });
});
