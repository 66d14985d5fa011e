import { describe, expect, it } from 'vitest';
import { countryOf } from '@/lib/salesloft/country';

describe('the country of a person', () => {
  it.each([
    ['a code', ['de'], '', 'US', 'DE'],
    ['a name', ['United Kingdom'], '', 'US', 'GB'],
    ['a name of its own tongue', ['Deutschland'], '', 'US', 'DE'],
    ['an old abbreviation', ['U.S.A.'], '', 'DE', 'US'],
    ['the place of work when the home says nothing', ['', 'France'], 'US/Eastern', 'US', 'FR'],
    ['the time zone when no field says it', ['', ''], 'Europe/Berlin', 'US', 'DE'],
    ['an old time zone', ['Somewhere'], 'Canada/Pacific', 'US', 'CA'],
    ['the rep’s own when nothing else is known', [''], 'Etc/UTC', 'Germany', 'DE'],
    ['the United States at last', [''], '', '', 'US'],
  ])('is told by %s', (_by, written, zone, repCountry, country) => {
    expect(countryOf(written, zone, repCountry)).toBe(country);
  });
});
