import { describe, expect, it } from 'vitest';
import { zonesOfCountry, countryOfZone } from '@/lib/domain/geography/country-zones';
import { regionOfAreaCode, REGIONS } from '@/lib/domain/geography/north-america';
import { countryOfNumber, likelyZone, placeOf } from '@/lib/domain/geography/whereabouts';
import { localTime } from '@/lib/domain/core/local-time';
import { aNumber } from '@/tests/support/builders/builders';

describe('the regions of North America', () => {
  it('has the fifty states and the District of Columbia, each with area codes', () => {
    const states = REGIONS.filter(({ country }) => country === 'US');
    expect(new Set(states.map(({ code }) => code)).size).toBe(51);
    expect(states.filter(({ areaCodes }) => areaCodes.length === 0)).toEqual([]);
  });

  it('gives every area code to one region, with zones that the platform knows', () => {
    const all = REGIONS.flatMap(({ areaCodes }) => areaCodes).filter((areaCode) => areaCode !== '');
    expect(all.filter((areaCode, place) => all.indexOf(areaCode) !== place)).toEqual([]);
    expect(all.filter((areaCode) => !/^[2-9]\d\d$/.test(areaCode))).toEqual([]);
    const zones = new Set(all.flatMap((areaCode) => regionOfAreaCode(areaCode)?.zones ?? ['none']));
    expect([...zones].filter((zone) => !localTime(0, zone))).toEqual([]);
  });

  it.each([
    ['212', 'NY', ['America/New_York']],
    ['928', 'AZ', ['America/Phoenix']],
    ['915', 'TX', ['America/Denver']],
    ['512', 'TX', ['America/Chicago']],
    ['850', 'FL', ['America/New_York', 'America/Chicago']],
    ['808', 'HI', ['Pacific/Honolulu']],
    ['709', 'NL', ['America/St_Johns', 'America/Halifax']],
  ])('%s is in %s', (areaCode, code, zones) => {
    expect(regionOfAreaCode(areaCode)).toMatchObject({ code, zones });
  });

  it('knows no region for toll-free numbers', () => {
    expect(regionOfAreaCode('800')).toBeUndefined();
  });
});

describe('where somebody is', () => {
  it('reads states by their letters and their names, whatever the case', () => {
    expect(placeOf('US', 'ca')).toEqual({ country: 'US', zones: ['America/Los_Angeles'] });
    expect(placeOf('', 'British Columbia')?.country).toBe('CA');
    // A state of another country is none of ours: the country stands alone.
    expect(placeOf('DE', 'CA')).toEqual({ country: 'DE', zones: ['Europe/Berlin'] });
    expect(placeOf('', '')).toBeUndefined();
    expect(placeOf('', 'Middle Earth')).toBeUndefined();
  });

  it('tells the country of a number of North America by its area code', () => {
    expect(countryOfNumber(aNumber('+14165550134'), 'US')).toBe('CA');
    expect(countryOfNumber(aNumber('+18005550134'), 'US')).toBe('US');
    expect(countryOfNumber(aNumber('+4930901820'), 'DE')).toBe('DE');
  });

  it('shows a clock where there is one alone', () => {
    expect(likelyZone({ timeZone: 'US/Eastern' }, undefined, '')).toBe('US/Eastern');
    expect(likelyZone({ timeZone: '' }, aNumber('+442079460000'), 'GB')).toBe('Europe/London');
    expect(likelyZone({ timeZone: '' }, aNumber('+4930901820'), 'DE')).toBe('Europe/Berlin');
    expect(likelyZone({ timeZone: '' }, aNumber('+17855550134'), 'US')).toBe('');
  });

  it('knows the zones of a country, and the country of a zone', () => {
    expect(zonesOfCountry('IN').every((zone) => countryOfZone(zone) === 'IN')).toBe(true);
    expect(zonesOfCountry('XX')).toEqual([]);
    expect(zonesOfCountry('AU').every((zone) => localTime(0, zone))).toBe(true);
  });
});
