import type { E164 } from '@/lib/domain/core/ids';
import { countryOfZone } from './country-zones';
import table from './number-zones.json';

/** The longest prefix in the table. */
const LONGEST = 5;
const NORTH_AMERICA = '+1';

let byPrefix: ReadonlyMap<string, readonly string[]> | undefined;

/** Every zone that a number may lie in, by the digits it begins with; none where these tell no place (toll-free). */
export function zonesOfNumber(to: E164): readonly string[] {
  byPrefix ??= new Map(
    Object.entries(table).flatMap(([zones, prefixes]) =>
      prefixes.split(' ').map((prefix) => [prefix, zones.split(' ')] as const),
    ),
  );
  for (let length = LONGEST; length > 0; length -= 1) {
    const zones = byPrefix.get(to.slice(1, 1 + length));
    if (zones) return zones;
  }
  return [];
}

/** The country a number belongs to, in two letters; `told` is what the number's reader says. All of North America shares one code. */
export function countryOfNumber(to: E164, told: string): string {
  if (told !== '' && !to.startsWith(NORTH_AMERICA)) return told;
  const countries = new Set(zonesOfNumber(to).map((zone) => countryOfZone(zone) ?? ''));
  const [country = ''] = countries;
  return told || (countries.size === 1 ? country : '');
}
