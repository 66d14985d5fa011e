import { distinctZones } from './distinct-zones.ts';
import { STATES } from '../../lib/domain/geography/states.ts';

/** By the digits a number begins with. */
export type Prefixes = Readonly<Record<string, string>>;

/** Longer prefixes are put together: a table of every exchange is ten times the size, and numbers move between those. */
const LONGEST = 5;

/** An area code of which fewer places are told is new: it lies over an older one. */
const FEWEST_PLACES = 20;

/** The area codes that lie over an older one, where that keeps one time and its state does not (nanpa.com). */
const OVERLAYS: Readonly<Record<string, string>> = {
  '205': '659',
  '210': '726',
  '214': '945 469 972',
  '305': '645 786',
  '317': '463',
  '402': '531',
  '407': '689',
  '416': '437 647 942',
  '503': '971',
  '512': '737',
  '519': '226 382 548',
  '561': '728',
  '613': '343 753',
  '615': '629',
  '705': '249 683',
  '713': '281 346 832',
  '734': '679',
  '813': '656',
  '817': '682',
  '903': '430',
  '904': '324',
  '905': '289 365 742',
  '248': '947',
  '954': '754',
};

/** Mobile numbers that Google places in the capital, and that are used across the country. */
const ANYWHERE = ['79', '614'];

/** The zones of all numbers outside North America, as Google's libphonenumber has them, separated by spaces. */
export function zonesByPrefix(google: Prefixes): Prefixes {
  const rows = Object.keys(google).filter((prefix) => !['1', ...ANYWHERE].some((other) => prefix.startsWith(other)));
  const shortened = [...new Set(rows.map((prefix) => prefix.slice(0, LONGEST)))].sort();
  const table: Record<string, string> = {};
  for (const prefix of shortened) {
    const zones = together([nearest(google, prefix) ?? '', ...zonesUnder(google, prefix)]);
    if (nearest(table, prefix) !== zones) table[prefix] = zones;
  }
  return table;
}

/** All that a number of an area code may be in: where its places lie; of a new code, those of its state. */
export function areaCodeZones(google: Prefixes, places: Prefixes): Prefixes {
  const zonesOf = (areaCode: string): string => {
    const base = Object.entries(OVERLAYS).find(([, over]) => over.split(' ').includes(areaCode))?.[0] ?? areaCode;
    const known = zonesUnder(google, `1${base}`);
    const count = Object.keys(places).filter((prefix) => prefix.startsWith(base)).length;
    return together(count < FEWEST_PLACES ? [...known, ...zonesOfState(places[base] ?? '')] : known);
  };
  const codes = Object.keys(google).filter((prefix) => /^1\d{3}$/.test(prefix));
  return Object.fromEntries(codes.map((prefix) => [prefix, zonesOf(prefix.slice(1))]));
}

/** The states are written "Ontario", "ON", "Toronto, ON", "Washington State", and one of them wrongly. */
function zonesOfState(place: string): readonly string[] {
  const name = place.replace(/^.*, | State$/g, '').replace('Colombia', 'Columbia');
  return STATES.find((state) => state.name === name || state.code === name)?.zones ?? [];
}

function zonesUnder(google: Prefixes, prefix: string): readonly string[] {
  return Object.keys(google)
    .filter((longer) => longer.startsWith(prefix))
    .map((longer) => google[longer] ?? '');
}

function nearest(table: Prefixes, prefix: string): string | undefined {
  for (let length = prefix.length; length > 0; length -= 1) {
    const zones = table[prefix.slice(0, length)];
    if (zones !== undefined) return zones;
  }
  return undefined;
}

function together(lists: readonly string[]): string {
  const zones = lists.flatMap((list) => list.split(/[&\s]/)).filter((zone) => zone !== '');
  return distinctZones([...new Set(zones)].sort()).join(' ');
}
