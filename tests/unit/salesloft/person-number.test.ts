import { describe, expect, it } from 'vitest';
import type { CountryCode } from 'libphonenumber-js/min';
import { readTypedNumber, toPersonNumbers } from '@/lib/salesloft/person-number';

const said = (country: CountryCode | undefined) => ({ country, isGuess: false });
const read = (raw: string, country: CountryCode | undefined = 'US', extension = '') =>
  toPersonNumbers({ kind: 'phone', raw, extension }, said(country));
const inNone = (raw: string) => toPersonNumbers({ kind: 'phone', raw, extension: '' }, said(undefined));

describe('a number as somebody typed it', () => {
  it.each<[string, CountryCode, string, string]>([
    ['(404) 555-0134', 'US', '+14045550134', ''],
    ['404.555.0134', 'US', '+14045550134', ''],
    ['+1 (404) 555-0134 ext. 22', 'DE', '+14045550134', '22'],
    ['404-555-0134 x22', 'US', '+14045550134', '22'],
    ['404 555 0134;ext=9', 'US', '+14045550134', '9'],
    ['404-555-2050 #227', 'US', '+14045552050', '227'],
    ['+14045552050*227', 'US', '+14045552050', '227'],
    ['+14045550134,,22#', 'US', '+14045550134', '22'],
    ['tel:+1-404-555-2050;ext=227', 'US', '+14045552050', '227'],
    ['+49 89 1234 Durchwahl 15', 'DE', '+49891234', '15'],
    ['089 1234-0', 'DE', '+498912340', ''],
    ['+43 1 58858/0', 'AT', '+431588580', ''],
    ['030/901820', 'DE', '+4930901820', ''],
    ['0171 5550136', 'DE', '+491715550136', ''],
    ['020 7946 0958', 'GB', '+442079460958', ''],
    ['+44 (0)20 7946 0958', 'US', '+442079460958', ''],
    ['+39 (0)2 1234 5678', 'US', '+390212345678', ''],
    ['(+49) 30 901820', 'US', '+4930901820', ''],
    ['001 404 555 0134', 'DE', '+14045550134', ''],
    ['011 44 20 7946 0985', 'US', '+442079460985', ''],
    ['011 44 20 7946 0985', 'GB', '+442079460985', ''],
    ['0044 20 7946 0985', 'US', '+442079460985', ''],
    ['+52 1 55 1234 5678', 'MX', '+525512345678', ''],
    ['+1\u202f404\u00a0555\u200b2050', 'US', '+14045552050', ''],
    ['\u202a+1 404 555 2050\u202c', 'US', '+14045552050', ''],
    ['＋１（４０４）５５５－２０５０', 'JP', '+14045552050', ''],
    ['٠٢ ٢٥٧٤ ٩٠٩٠', 'EG', '+20225749090', ''],
    ['404‑555‑2050', 'US', '+14045552050', ''],
    ['1-800-FLOWERS', 'US', '+18003569377', ''],
    ['404-CALL-NOW', 'US', '+14042255669', ''],
  ])('%s in %s', (raw, country, e164, extension) => {
    expect(read(raw, country)).toMatchObject([{ raw, e164, extension, words: '' }]);
  });

  it.each(['call the front desk', '911', '+1404555013', '030 123456', '404-555-0134 or 135'])(
    'is shown as it stands and not dialed when it is none: %s',
    (raw) => {
      expect(read(raw)).toEqual([{ kind: 'phone', raw, display: raw, extension: '', words: '' }]);
    },
  );

  it('is shown internationally, without the extension, with its zones and its country', () => {
    expect(read('404-555-0134 x22')).toMatchObject([
      { display: '+1 404 555 0134', country: 'US', zones: ['America/New_York'] },
    ]);
  });

  it('is none when the field is empty', () => {
    expect(read('', 'US', '22')).toEqual([]);
  });
});

describe('two numbers in one field', () => {
  it.each<[string, CountryCode, readonly string[]]>([
    ['030 901820 / 901821', 'DE', ['+4930901820', '+4930901821']],
    ['404-555-0134,5550199', 'US', ['+14045550134', '+14045550199']],
    ['404-555-0134 or 404-555-0199', 'US', ['+14045550134', '+14045550199']],
    ['404-555-0134\r\n404-555-0199', 'US', ['+14045550134', '+14045550199']],
    ['404-555-0134; 404-555-0199', 'US', ['+14045550134', '+14045550199']],
    ['404 555 0134 / 404 555 0200', 'US', ['+14045550134', '+14045550200']],
    ['404-555-0134 404-555-0199', 'US', ['+14045550134', '+14045550199']],
    ['404-555-0134/0199', 'US', ['+14045550134', '+14045550199']],
    ['+14045550134+14045550199', 'US', ['+14045550134', '+14045550199']],
    ['+49 30 901820 oder +49 30 901821', 'US', ['+4930901820', '+4930901821']],
    ['91 123 45 67 y 91 123 45 68', 'ES', ['+34911234567', '+34911234568']],
    ['404-555-0134 & (404) 555-0134', 'US', ['+14045550134']],
    // Whether 21 is an extension or the end of another number, nobody can say.
    ['030 901820/21', 'DE', []],
    ['404-555-0134 x22 or 23', 'US', []],
  ])('%s in %s', (raw, country, numbers) => {
    expect(read(raw, country).flatMap(({ e164 }) => e164 ?? [])).toEqual(numbers);
  });

  it('keep the extension field to themselves: nobody says whose it is', () => {
    expect(read('404-555-0134 / 404-555-0199', 'US', '22')).toMatchObject([
      { extension: '', words: '22' },
      { extension: '', words: '22' },
    ]);
  });
});

describe('the extension', () => {
  it.each([
    ['ext 4711', '4711', ''],
    ['2231', '2231', ''],
    ['x2231#', '2231', ''],
    ['22 or 23', '22', '22 or 23'],
    ['ask for Bob', '22', 'ask for Bob'],
    ['404-555-0199', '22', '404-555-0199'],
    ['', '22', ''],
  ])('of the field %j', (field, extension, words) => {
    expect(read('404-555-0134 x22', 'US', field)).toMatchObject([{ extension, words }]);
  });
});

describe('the words beside a number', () => {
  it.each([
    ['DO NOT CALL 404-555-2030', 'DO NOT CALL'],
    ['404-555-2030 (mornings only)', 'mornings only'],
    ['404-555-2030 9am-5pm', '9am-5pm'],
    ['404-555-2030 - 24 hours', '24 hours'],
    ['Dial 9, then 404-555-2030', 'Dial 9, then'],
    ['☎ 404-555-2030', ''],
    ['cell: 404-555-2030 work: 404-555-0199', 'cell · work'],
  ])('%s', (raw, words) => {
    expect(read(raw)[0]).toMatchObject({ e164: '+14045552030', words });
  });
});

describe('a number of an unknown country', () => {
  it.each(['212 345 67 89', '020 7946 0985', '07911 123456'])('%s waits for the rep to choose it', (raw) => {
    expect(inNone(raw)).toEqual([
      { kind: 'phone', raw, display: raw, extension: '', words: '', isCountryUnknown: true },
    ]);
  });

  it.each(['+44 20 7946 0985', '0044 20 7946 0985'])('%s says its country itself', (raw) => {
    expect(inNone(raw)).toMatchObject([{ e164: '+442079460985' }]);
  });

  it('is one, too, where the rep’s own country has no such number', () => {
    const byRep = { country: 'US' as const, isGuess: true };
    expect(toPersonNumbers({ kind: 'phone', raw: '07911 123456', extension: '' }, byRep)[0]?.isCountryUnknown).toBe(
      true,
    );
  });

  it('is none where there is no number at all', () => {
    expect(inNone('ask reception')[0]?.isCountryUnknown).toBeUndefined();
  });
});

it('reads what a rep types, and nothing that could be two', () => {
  expect(readTypedNumber('404 555 0134', said('US'))).toBe('+14045550134');
  expect(readTypedNumber('404 555 0134 / 404 555 0199', said('US'))).toBeUndefined();
  expect(readTypedNumber('404 555 0134', said(undefined))).toBeUndefined();
});
