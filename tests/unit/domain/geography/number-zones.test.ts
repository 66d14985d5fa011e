import { describe, expect, it } from 'vitest';
import { countryOfZone, zonesOfCountry } from '@/lib/domain/geography/country-zones';
import { countryOfNumber, zonesOfNumber } from '@/lib/domain/geography/number-zones';
import table from '@/lib/domain/geography/number-zones.json';
import { localTime } from '@/lib/domain/core/local-time';
import { aNumber } from '@/tests/support/builders/builders';

const zonesOf = (text: string) => zonesOfNumber(aNumber(text));

describe('the zones that a number may lie in', () => {
  it.each([
    ['New York', '+12125550134', ['America/New_York']],
    [
      'Kentucky, where the border of two zones runs through the area code',
      '+12707375550',
      ['America/Chicago', 'America/New_York'],
    ],
    ['Kentucky, by the code that lies over it', '+13645550134', ['America/Chicago', 'America/New_York']],
    ['Florida’s panhandle', '+14485550134', ['America/Chicago', 'America/New_York']],
    ['British Columbia outside Vancouver', '+12505550134', ['America/Edmonton', 'America/Vancouver']],
    ['Vancouver itself', '+16045550134', ['America/Vancouver']],
    ['Houston, by a code of its own and one over it', '+13465550134', ['America/Chicago']],
    ['El Paso', '+19155550134', ['America/Denver']],
    ['Arizona, with the Navajo Nation', '+19285550134', ['America/Denver', 'America/Phoenix']],
    ['Phoenix', '+16025550134', ['America/Phoenix']],
    ['London', '+442079460000', ['Europe/London']],
    ['Berlin', '+4930901820', ['Europe/Berlin']],
  ])('%s', (_place, number, zones) => {
    expect(zonesOf(number)).toEqual(zones);
  });

  it.each(['+12365550134', '+17785550134', '+16725550134'])('%s lies over all British Columbia', (number) => {
    expect(zonesOf(number)).toEqual(expect.arrayContaining(['America/Vancouver', 'America/Edmonton']));
  });

  it('are many where a mobile number may be anywhere in a wide country', () => {
    expect(zonesOf('+79161234567').length).toBeGreaterThanOrEqual(8);
    expect(zonesOf('+61412345678')).toEqual(expect.arrayContaining(['Australia/Perth', 'Australia/Brisbane']));
  });

  it('are none for toll-free numbers', () => {
    expect(['+18005550134', '+18335550134', '+18885550134'].map(zonesOf)).toEqual([[], [], []]);
  });

  it('are all known to the platform', () => {
    const zones = new Set(Object.keys(table).flatMap((names) => names.split(' ')));
    expect([...zones].filter((zone) => !localTime(0, zone))).toEqual([]);
  });
});

describe('the country of a number', () => {
  it('is told by its reader, and otherwise by where it lies', () => {
    expect(countryOfNumber(aNumber('+14165550134'), 'CA')).toBe('CA');
    expect(countryOfNumber(aNumber('+14165550134'), '')).toBe('CA');
    expect(countryOfNumber(aNumber('+18005550134'), 'US')).toBe('US');
    expect(countryOfNumber(aNumber('+4930901820'), '')).toBe('DE');
    expect(countryOfNumber(aNumber('+18005550134'), '')).toBe('');
  });
});

describe('the zones of a country', () => {
  it.each([
    ['Europe/London', 'GB'],
    ['US/Eastern', 'US'],
    ['Canada/Pacific', 'CA'],
    ['Europe/Stockholm', 'SE'],
    ['Asia/Calcutta', 'IN'],
    ['Europe/Kiev', 'UA'],
    ['America/Argentina/Buenos_Aires', 'AR'],
  ])('%s is in %s', (zone, country) => {
    expect(countryOfZone(zone)).toBe(country);
  });

  it('is nobody’s for a zone of no place, and for a name that is no zone', () => {
    expect(['UTC', 'Etc/GMT+5', '', 'Eastern Time (US & Canada)'].map(countryOfZone)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has every time that is kept in the country', () => {
    expect(zonesOfCountry('US').length).toBeGreaterThan(6);
    expect(zonesOfCountry('DE')).toEqual(['Europe/Berlin']);
    expect(zonesOfCountry('XX')).toEqual([]);
  });
});
