import countries from './country-zones.json';

type Row = { readonly zones: readonly string[]; readonly names: readonly string[] };

/** "zones|names"; the zones alone where they are named alike. The worker's file has to stay small. */
const rows = new Map<string, Row>(
  Object.entries(countries).map(([country, row]) => {
    const [zones = '', names = zones] = row.split('|');
    return [country, { zones: zones.split(' '), names: names.split(' ') }];
  }),
);
let byZone: ReadonlyMap<string, string> | undefined;

/** Two letters; undefined for a zone of no country ("UTC"), and for one that the table does not know. */
export function countryOfZone(timeZone: string): string | undefined {
  byZone ??= new Map([...rows].flatMap(([country, { names }]) => names.map((zone) => [zone, country] as const)));
  return timeZone === '' ? undefined : byZone.get(timeZone);
}

/** Every zone that people of the country (two letters) may live in; none for one that we do not know. */
export function zonesOfCountry(country: string): readonly string[] {
  return rows.get(country)?.zones ?? [];
}
