/** Old zone names that name their country; a modern one names only a city. */
const PREFIXES: readonly (readonly [string, string])[] = [
  ['US/', 'US'],
  ['Canada/', 'CA'],
  ['Australia/', 'AU'],
  ['Brazil/', 'BR'],
  ['Mexico/', 'MX'],
  ['Chile/', 'CL'],
];

/** The zones that reps' people live in most, by country; `=` joins two names of one. One that spans a border stands under neither. */
const CITIES: readonly (readonly [country: string, zones: string])[] = [
  ['US', 'America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix America/Detroit'],
  ['US', 'America/Boise America/Anchorage America/Indiana/Indianapolis Pacific/Honolulu'],
  ['CA', 'America/Toronto America/Vancouver America/Edmonton America/Winnipeg America/Halifax America/Regina'],
  ['CA', 'America/St_Johns America/Montreal'],
  ['MX', 'America/Mexico_City America/Monterrey America/Tijuana'],
  ['BR', 'America/Sao_Paulo America/Manaus America/Bahia America/Recife'],
  ['AR', 'America/Argentina/Buenos_Aires=America/Buenos_Aires'],
  ['CO', 'America/Bogota'],
  ['PE', 'America/Lima'],
  ['CL', 'America/Santiago'],
  ['GB', 'Europe/London=GB'],
  ['IE', 'Europe/Dublin=Eire'],
  ['FR', 'Europe/Paris'],
  ['DE', 'Europe/Berlin'],
  ['ES', 'Europe/Madrid'],
  ['PT', 'Europe/Lisbon=Portugal'],
  ['IT', 'Europe/Rome'],
  ['NL', 'Europe/Amsterdam'],
  ['BE', 'Europe/Brussels'],
  ['CH', 'Europe/Zurich'],
  ['AT', 'Europe/Vienna'],
  ['PL', 'Europe/Warsaw=Poland'],
  ['CZ', 'Europe/Prague'],
  ['SE', 'Europe/Stockholm'],
  ['NO', 'Europe/Oslo'],
  ['DK', 'Europe/Copenhagen'],
  ['FI', 'Europe/Helsinki'],
  ['GR', 'Europe/Athens'],
  ['RO', 'Europe/Bucharest'],
  ['HU', 'Europe/Budapest'],
  ['TR', 'Europe/Istanbul=Turkey'],
  ['UA', 'Europe/Kiev=Europe/Kyiv'],
  ['IL', 'Asia/Jerusalem=Israel'],
  ['AE', 'Asia/Dubai'],
  ['SA', 'Asia/Riyadh'],
  ['IN', 'Asia/Kolkata=Asia/Calcutta'],
  ['SG', 'Asia/Singapore=Singapore'],
  ['HK', 'Asia/Hong_Kong=Hongkong'],
  ['CN', 'Asia/Shanghai=PRC'],
  ['TW', 'Asia/Taipei'],
  ['JP', 'Asia/Tokyo=Japan'],
  ['KR', 'Asia/Seoul'],
  ['PH', 'Asia/Manila'],
  ['ID', 'Asia/Jakarta'],
  ['MY', 'Asia/Kuala_Lumpur'],
  ['TH', 'Asia/Bangkok'],
  ['VN', 'Asia/Ho_Chi_Minh=Asia/Saigon'],
  ['AU', 'Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Perth Australia/Adelaide'],
  ['NZ', 'Pacific/Auckland=NZ'],
  ['ZA', 'Africa/Johannesburg'],
  ['NG', 'Africa/Lagos'],
  ['KE', 'Africa/Nairobi'],
  ['EG', 'Africa/Cairo=Egypt'],
];

const byCity = new Map(
  CITIES.flatMap(([country, zones]) => zones.split(/[ =]/).map((zone) => [zone, country] as const)),
);

/** Two letters; undefined for a zone we do not know: better the rep's own country than a wrong one. */
export function countryOfZone(timeZone: string): string | undefined {
  return byCity.get(timeZone) ?? PREFIXES.find(([prefix]) => timeZone.startsWith(prefix))?.[1];
}

/** Every zone that people of the country (two letters) may live in; none for one that we do not know. */
export function zonesOfCountry(country: string): readonly string[] {
  return CITIES.filter(([code]) => code === country).flatMap(([, zones]) =>
    zones.split(' ').map((names) => names.split('=')[0] ?? names),
  );
}
