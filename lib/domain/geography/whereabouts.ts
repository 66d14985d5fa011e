import { zonesOfCountry } from './country-zones';
import type { Place, Reached } from './place';
import { stateNamed } from './states';
import type { E164 } from '@/lib/domain/core/ids';
import { zonesOfNumber } from './number-zones';

/** What a time zone was told by, the surest first. */
export type ZoneSource = 'locale' | 'place' | 'number';

export type Whereabouts = { readonly source: ZoneSource; readonly zones: readonly string[] };

/** What is known of where somebody is, the surest first; empty when nothing is. */
export function whereabouts({ timeZone, place }: Reached, to: E164, numberCountry: string): readonly Whereabouts[] {
  const ofNumber = zonesOfNumber(to);
  const all: readonly Whereabouts[] = [
    { source: 'locale', zones: timeZone === '' ? [] : [timeZone] },
    { source: 'place', zones: place?.zones ?? [] },
    { source: 'number', zones: ofNumber.length > 0 || to.startsWith('+1') ? ofNumber : zonesOfCountry(numberCountry) },
  ];
  return all.filter(({ zones }) => zones.length > 0);
}

/**
 * `country` in two letters or empty, `state` by its letters or its English name; `others`: the countries of their
 * numbers. A state counts together with a country that has it; where none is known, with a number of that country.
 */
export function placeOf(country: string, state: string, others: readonly string[]): Place | undefined {
  const known = stateNamed(state, country === '' ? others : [country]);
  const [home = ''] = known?.countries ?? [];
  if (known) return { country: home, zones: known.zones };
  return country === '' ? undefined : { country, zones: zonesOfCountry(country) };
}
