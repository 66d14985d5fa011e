/** Wall-clock facts in a time zone; zones are IANA names, old spellings ("US/Eastern") included. */
export type LocalTime = {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  readonly minuteOfDay: number;
};

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Undefined when the zone is empty or unknown to the platform. */
export function localTime(now: number, timeZone: string): LocalTime | undefined {
  const format = formatFor(timeZone);
  if (!format) return undefined;
  const parts = new Map(format.formatToParts(now).map((part) => [part.type, part.value]));
  const read = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    date: `${read('year')}-${read('month')}-${read('day')}`,
    weekday: WEEKDAYS.indexOf(read('weekday')) + 1,
    minuteOfDay: Number(read('hour')) * 60 + Number(read('minute')),
  };
}

/** "2026-11-23 15:42 (US/Eastern)": notes and tasks are read by whole teams and by CRM rules, so it follows no locale. */
export function dateAndTime(at: number, timeZone: string): string {
  const zone = localTime(at, timeZone) ? timeZone : 'UTC';
  const there = localTime(at, zone);
  const minute = there?.minuteOfDay ?? 0;
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${there?.date ?? ''} ${clock} (${zone})`;
}

/** The moment the day of `now` began in the zone; UTC's day when the zone is unknown. Exact on days of 24 hours. */
export function startOfDay(now: number, timeZone: string): number {
  const minuteOfDay = (localTime(now, timeZone) ?? localTime(now, 'UTC'))?.minuteOfDay ?? 0;
  return now - (now % 60_000) - minuteOfDay * 60_000;
}

/** Making a format costs a thousand times more than using one, and a list asks for the same few zones. */
const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatFor(timeZone: string): Intl.DateTimeFormat | undefined {
  if (timeZone === '') return undefined;
  if (!formats.has(timeZone)) formats.set(timeZone, makeFormat(timeZone));
  return formats.get(timeZone);
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  } catch {
    return undefined;
  }
}
