/** How Salesloft writes ids, references and times. */

/** A whole number; digits as text above 2^53. */
export type Id = number | string;

export type Ref = { readonly id: Id; readonly _href: string };

const API = 'https://api.salesloft.com/v2';

/** The embedded reference used everywhere: there is no expand. */
export function ref(path: string, id: Id): Ref {
  return { id, _href: `${API}/${path}/${id}` };
}

/** `2024-01-01T00:00:00.000123+00:00`; `micros` are the three digits below the millisecond. */
export function iso(at: number, micros = 0): string {
  return new Date(at).toISOString().replace('Z', `${String(micros).padStart(3, '0')}+00:00`);
}

/** Microseconds since the epoch, as Salesloft compares times; undefined when it is no date or time. */
export function toMicros(text: string): number | undefined {
  const [, base, fraction = '', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?)(?:\.(\d+))?(Z|[+-]\d\d:?\d\d)?$/.exec(text) ?? [];
  if (!base) return undefined;
  const at = Date.parse(base.length === 10 ? base : `${base.replace(' ', 'T')}${zone}`);
  return Number.isNaN(at) ? undefined : at * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const offsetFormats = new Map<string, Intl.DateTimeFormat>();

/** A formatter costs a hundred times its use. */
function formatOf(
  formats: Map<string, Intl.DateTimeFormat>,
  options: Intl.DateTimeFormatOptions & { timeZone: string },
) {
  const known = formats.get(options.timeZone) ?? new Intl.DateTimeFormat('en-US', options);
  formats.set(options.timeZone, known);
  return known;
}

/** The date in a time zone, `YYYY-MM-DD`. */
export function dateIn(timeZone: string, at: number): string {
  const format = formatOf(dateFormats, { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const [month, day, year] = format.format(at).split('/');
  return `${year}-${month}-${day}`;
}

/** Minutes a zone is ahead of UTC at a moment. */
export function offsetMinutes(timeZone: string, at: number): number {
  const name = formatOf(offsetFormats, { timeZone, timeZoneName: 'longOffset' }).format(at);
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
