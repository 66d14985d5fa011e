import lookUp from '@photostructure/tz-lookup';
import { describe, expect, it } from 'vitest';
import { codes, states } from 'zipcodes';
import { countryOfZone } from '@/lib/domain/geography/country-zones';
import { STATES, stateNamed, type State } from '@/lib/domain/geography/states';
import { clockOf } from '@/tests/tools/distinct-zones';

/** A zone that fewer of a state's postcodes lie in is a border drawn too coarsely by the map. */
const FEWEST = 0.01;

/** Where the map has the border of New Brunswick and of Manitoba on the wrong side of a town. */
const TOO_COARSE: Readonly<Record<string, string>> = { NB: 'America/Toronto', MB: 'America/Regina' };

/** What the postcodes call them. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = { NT: ['Northwest Territory'], NU: ['Nunavut Territory'] };

const PROVINCES = ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'PE', 'ON', 'QC', 'SK', 'YT', 'NT', 'NU'];

const american = STATES.filter(({ countries }) => countries.join() === 'US').map(({ code }) => code);

/** By the map of time zones: how many of a state's postcodes lie in each. */
function zonesOnTheMap({ code, name }: State): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const place of Object.values(codes)) {
    if (![code, name, ...(WRITTEN[code] ?? [])].includes(place.state)) continue;
    const zone = lookUp(place.latitude, place.longitude);
    counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  return counts;
}

describe('the states and provinces', () => {
  it('are the fifty, the District of Columbia, and thirteen', () => {
    expect(american).toHaveLength(51);
    expect(american.filter((code) => !(code in states.abbr))).toEqual([]);
    expect(PROVINCES.filter((code) => !stateNamed(code, ['CA']))).toEqual([]);
    expect(STATES.filter(({ countries }) => countries.includes('CA'))).toHaveLength(PROVINCES.length);
  });

  it.each([...american, ...PROVINCES])('%s forgets no time that is kept there', (code) => {
    const state = stateNamed(code, ['US', 'CA']);
    if (!state) throw new Error(`no state ${code}`);
    const map = zonesOnTheMap(state);
    const all = [...map.values()].reduce((sum, count) => sum + count, 0);
    expect(all).toBeGreaterThan(0);
    const own = [...map].filter(
      ([zone, count]) =>
        count / all >= FEWEST && zone !== TOO_COARSE[code] && state.countries.includes(countryOfZone(zone) ?? ''),
    );
    expect(own.length).toBeGreaterThan(0);
    const clocks = new Set(state.zones.map(clockOf));
    expect(own.map(([zone]) => zone).filter((zone) => !clocks.has(clockOf(zone)))).toEqual([]);
  });

  it('are told apart by country where two have the same letters or name', () => {
    expect(stateNamed('NL', ['US'])).toBeUndefined();
    expect(stateNamed(' new york ', ['US'])?.code).toBe('NY');
    expect(stateNamed('', ['US', 'CA'])).toBeUndefined();
  });
});
