import { getCountries, isSupportedCountry, type CountryCode } from 'libphonenumber-js/min';
import { countryOfZone } from '@/lib/domain/geography/country-zones';

/** What people write besides a code or the English name. */
const ALIASES: Readonly<Record<string, CountryCode>> = {
  usa: 'US',
  'u.s.': 'US',
  'u.s.a.': 'US',
  'united states of america': 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  deutschland: 'DE',
  'czech republic': 'CZ',
  turkey: 'TR',
};

let byName: ReadonlyMap<string, CountryCode> | undefined;

/** The region for numbers written without one: from the country fields, else the time zone, else the rep's own. */
export function countryOf(written: readonly string[], timeZone: string, repCountry: string): CountryCode {
  for (const text of written) {
    const country = readCountry(text);
    if (country) return country;
  }
  return readCountry(countryOfZone(timeZone) ?? '') ?? readCountry(repCountry) ?? 'US';
}

/** A country as somebody wrote it, by code or English name. */
export function readCountry(text: string): CountryCode | undefined {
  const code = text.toUpperCase();
  if (isSupportedCountry(code)) return code;
  const name = text.toLowerCase();
  return ALIASES[name] ?? namesToCodes().get(name);
}

function namesToCodes(): ReadonlyMap<string, CountryCode> {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  byName ??= new Map(getCountries().map((code) => [(names.of(code) ?? code).toLowerCase(), code]));
  return byName;
}
