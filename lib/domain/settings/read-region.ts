/** Regions of CLDR that are no country anybody could call. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** A number prefix, or a country in two letters: ISO 3166's own where another is in use ("UK" is GB). Undefined for anything else. */
export function readRegion(written: string): string | undefined {
  const plain = written.replace(/[\s().-]/g, '');
  if (/^\+[1-9]\d{0,14}$/.test(plain)) return plain;
  if (!/^[A-Za-z]{2}$/.test(plain)) return undefined;
  const country = new Intl.Locale(`und-${plain}`).region ?? '';
  return NO_COUNTRY.has(country) || names.of(country) === undefined ? undefined : country;
}
