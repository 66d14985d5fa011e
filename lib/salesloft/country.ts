import { isSupportedCountry, type CountryCode } from 'libphonenumber-js/min';
import { countryOfZone } from '@/lib/domain/geography/country-zones';
import type { Rep } from '@/lib/domain/sign-in/rep-sign-in';
import { countryByThreeLetters, countryNamed } from './country-names';
import type { Region } from './read-numbers';

type Home = Pick<Rep, 'timeZone' | 'country'>;

const read = new Map<string, CountryCode | undefined>();

/**
 * Where numbers without a country code belong: as the person's country fields say, else their time zone; the rep's own
 * country only where nothing is written of the person's. What is written and not understood is no reason to call abroad.
 */
export function regionOf(written: readonly string[], timeZone: string, rep: Home): Region {
  const said = written.map(readCountry).find((country) => country !== undefined);
  if (said) return { country: said, isGuess: false };
  const there = readCountry(countryOfZone(timeZone) ?? '');
  if (there || written.some((text) => text.trim() !== '')) return { country: there, isGuess: true };
  return regionOfRep(rep);
}

/** Where the rep's own numbers belong: by their time zone, else by where Salesloft says they work. */
export function regionOfRep(rep: Home | undefined): Region {
  const there = readCountry(countryOfZone(rep?.timeZone ?? '') ?? '');
  return { country: there ?? readCountry(rep?.country ?? ''), isGuess: true };
}

/** A country as somebody wrote it: by ISO's letters, or by name in whatever language. */
export function readCountry(written: string): CountryCode | undefined {
  const text = written.trim();
  if (!read.has(text)) read.set(text, find(text));
  return read.get(text);
}

function find(text: string): CountryCode | undefined {
  if (text === '') return undefined;
  const code = text.toUpperCase().replace(/[. ]/g, '');
  if (isSupportedCountry(code)) return code;
  return countryByThreeLetters(code) ?? (code === 'UK' ? 'GB' : countryNamed(text));
}
