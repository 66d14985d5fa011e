import countries from './country-zones.json';

type Row = { readonly zones: string; readonly names: string };

const rows = new Map<string, Row>(Object.entries(countries));
let byZone: ReadonlyMap<string, string> | undefined;

/** Two letters; undefined for a zone of no country ("UTC"), and for one that the table does not know. */
export function countryOfZone(timeZone: string): string | undefined {
  byZone ??= new Map(
    [...rows].flatMap(([country, { names }]) => names.split(' ').map((zone) => [zone, country] as const)),
  );
  return timeZone === '' ? undefined : byZone.get(timeZone);
}

/** Every zone that people of the country (two letters) may live in; none for one that we do not know. */
export function zonesOfCountry(country: string): readonly string[] {
  return rows.get(country)?.zones.split(' ') ?? [];
}
