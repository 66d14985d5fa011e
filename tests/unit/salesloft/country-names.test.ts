import codes from 'i18n-iso-countries/codes.json';
import english from 'i18n-iso-countries/langs/en.json';
import { getCountries } from 'libphonenumber-js/min';
import { expect, it } from 'vitest';
import { countryByThreeLetters, countryNamed } from '@/lib/salesloft/country-names';

const called = new Set<string>(getCountries());

/** A name that another country has, too. */
const AMBIGUOUS = new Set(['Congo']);

it('knows every English name of ISO 3166, the formal ones with it', () => {
  const named = Object.entries(english.countries)
    .filter(([code]) => called.has(code))
    .flatMap(([code, all]) => [all].flat().map((name) => [code, name] as const))
    .filter(([, name]) => !AMBIGUOUS.has(name));
  expect(named.filter(([code, name]) => countryNamed(name) !== code)).toEqual([]);
  expect(named.length).toBeGreaterThan(called.size);
});

it('knows every three letters of ISO 3166', () => {
  const known = codes.filter(([two = '']) => called.has(two));
  expect(known.filter(([two, three = '']) => countryByThreeLetters(three) !== two)).toEqual([]);
  expect(known.length).toBeGreaterThan(200);
});

it('takes a name of two countries for neither', () => {
  expect(countryNamed('Congo')).toBeUndefined();
});
