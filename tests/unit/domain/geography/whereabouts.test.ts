import { describe, expect, it } from 'vitest';
import { likelyZone } from '@/lib/domain/geography/place';
import { placeOf, whereabouts } from '@/lib/domain/geography/whereabouts';
import { aNumber } from '@/tests/support/builders/builders';

describe('where somebody is', () => {
  it('reads states by their letters and their names, whatever the case', () => {
    expect(placeOf('US', 'ca', [])).toEqual({ country: 'US', zones: ['America/Los_Angeles'] });
    expect(placeOf('CA', 'British Columbia', [])?.zones).toContain('America/Edmonton');
    expect(placeOf('', '', ['US'])).toBeUndefined();
    expect(placeOf('', 'Middle Earth', ['US'])).toBeUndefined();
  });

  it('counts a state only together with its country, or a number of it', () => {
    expect(placeOf('', 'MI', [])).toBeUndefined();
    expect(placeOf('', 'MI', ['IT'])).toBeUndefined();
    expect(placeOf('', 'MI', ['IT', 'US'])).toMatchObject({ country: 'US' });
    // Milan: the country stands alone.
    expect(placeOf('IT', 'MI', ['US'])).toEqual({ country: 'IT', zones: ['Europe/Rome'] });
    expect(placeOf('DE', 'CA', ['CA', 'US'])).toEqual({ country: 'DE', zones: ['Europe/Berlin'] });
    expect(placeOf('US', 'Ontario', ['CA'])).toMatchObject({ country: 'US' });
    expect(placeOf('PR', 'PR', [])).toEqual(placeOf('US', 'Puerto Rico', []));
  });

  it('is told by their own zone, their place and their number, the surest first', () => {
    const person = { timeZone: 'US/Eastern', place: { country: 'US', zones: ['America/Chicago'] } };
    expect(whereabouts(person, aNumber('+442079460000'), 'GB')).toEqual([
      { source: 'locale', zones: ['US/Eastern'] },
      { source: 'place', zones: ['America/Chicago'] },
      { source: 'number', zones: ['Europe/London'] },
    ]);
    expect(whereabouts({ timeZone: '' }, aNumber('+18005550134'), 'US')).toEqual([]);
  });

  it('shows a clock where there is one alone', () => {
    expect(likelyZone({ timeZone: 'US/Eastern' }, [])).toBe('US/Eastern');
    expect(likelyZone({ timeZone: '' }, ['Europe/London'])).toBe('Europe/London');
    expect(likelyZone({ timeZone: '', place: { country: 'DE', zones: ['Europe/Berlin'] } }, ['Europe/London'])).toBe(
      'Europe/Berlin',
    );
    expect(likelyZone({ timeZone: '' }, ['America/New_York', 'America/Chicago'])).toBe('');
    expect(likelyZone({ timeZone: '' }, [])).toBe('');
  });
});
