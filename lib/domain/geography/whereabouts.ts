import { asId, type E164 } from '@/lib/domain/core/ids';
import { zonesOfCountry } from './country-zones';
import { regionOfAreaCode, REGIONS } from './north-america';

/** Where a person lives: `zones` are all that they may have there. */
export type Place = { readonly country: string; readonly zones: readonly string[] };

/** What a time zone was told by, the surest first. */
export type ZoneSource = 'locale' | 'place' | 'number';

export type Whereabouts = { readonly source: ZoneSource; readonly zones: readonly string[] };

type Reached = {
  /** IANA name of the person's own zone; empty when Salesloft does not know. */
  readonly timeZone: string;
  readonly place?: Place;
};

/** What is known of where somebody is, the surest first; empty when nothing is. */
export function whereabouts({ timeZone, place }: Reached, to: E164, numberCountry: string): readonly Whereabouts[] {
  const all: readonly Whereabouts[] = [
    { source: 'locale', zones: timeZone === '' ? [] : [timeZone] },
    { source: 'place', zones: place?.zones ?? [] },
    { source: 'number', zones: zonesOfNumber(to, numberCountry) },
  ];
  return all.filter(({ zones }) => zones.length > 0);
}

/** The one zone to show a clock of; empty where several are possible. */
export function likelyZone(person: Reached, to: E164 | undefined, numberCountry: string): string {
  const [surest] = whereabouts(person, to ?? asId<E164>(''), numberCountry);
  return surest?.zones.length === 1 ? (surest.zones[0] ?? '') : '';
}

/** `country` in two letters or empty, `state` by its letters or its English name; undefined when neither says anything. */
export function placeOf(country: string, state: string): Place | undefined {
  const region = regionNamed(country, state);
  if (region) return { country: region.country, zones: region.zones };
  return country === '' ? undefined : { country, zones: zonesOfCountry(country) };
}

/** The country a number belongs to, in two letters. All of North America shares one calling code. */
export function countryOfNumber(to: E164, told: string): string {
  return (to.startsWith('+1') ? regionOfAreaCode(to.slice(2, 5))?.country : told) ?? told;
}

function zonesOfNumber(to: E164, told: string): readonly string[] {
  if (to.startsWith('+1')) return regionOfAreaCode(to.slice(2, 5))?.zones ?? [];
  return zonesOfCountry(told);
}

function regionNamed(country: string, state: string) {
  const wanted = state.trim().toLowerCase();
  if (wanted === '') return undefined;
  const inCountry = REGIONS.filter((region) => region.name !== '' && (country === '' || region.country === country));
  return inCountry.find(({ code, name }) => code.toLowerCase() === wanted || name.toLowerCase() === wanted);
}
