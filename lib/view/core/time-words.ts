import { localTime } from '@/lib/domain/core/local-time';
import { counted, text } from '@/lib/text/text';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "2 days overdue". */
export function overdueWords(dueAt: number, now: number): string {
  const late = Math.max(0, now - dueAt);
  if (late >= DAY_MS) return counted('overdueDays', Math.floor(late / DAY_MS));
  if (late >= HOUR_MS) return counted('overdueHours', Math.floor(late / HOUR_MS));
  return counted('overdueMinutes', Math.max(1, Math.floor(late / MINUTE_MS)));
}

/** "Updated 2 min ago". */
export function agoWords(at: number, now: number): string {
  const minutes = Math.floor(Math.max(0, now - at) / MINUTE_MS);
  return minutes === 0 ? text('updatedJustNow') : counted('updatedMinutes', minutes);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The wall clock in a zone, in the browser's own way of writing it; empty when the zone is unknown. */
export function clockWords(at: number, timeZone: string): string {
  if (!localTime(at, timeZone)) return '';
  let format = clocks.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit', timeZone });
    clocks.set(timeZone, format);
  }
  return format.format(at);
}

/** Outside 8 to 21 o'clock there: too early or too late for most people; undefined in between. */
export function nightThere(at: number, timeZone: string): 'early' | 'late' | undefined {
  const there = localTime(at, timeZone);
  if (!there) return undefined;
  if (there.minuteOfDay < 8 * 60) return 'early';
  return there.minuteOfDay >= 21 * 60 ? 'late' : undefined;
}

const hereTime = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const hereDateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

const clockOnly = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });

const tenths = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

export function decimalWords(value: number): string {
  return tenths.format(value);
}

/** A minute of a day as a clock shows it. */
export function minuteWords(minuteOfDay: number): string {
  return clockOnly.format(minuteOfDay * 60_000);
}

export function timeWords(at: number): string {
  return hereTime.format(at);
}

export function dateTimeWords(at: number): string {
  return hereDateTime.format(at);
}

/** The time alone for what was today. */
export function whenWords(at: number, now: number): string {
  return new Date(at).toDateString() === new Date(now).toDateString() ? timeWords(at) : dateTimeWords(at);
}

/** A running timer keeps its width: `03:07`, `1:02:09`. */
export function timerWords(seconds: number): string {
  const words = durationWords(seconds);
  return words.length === 4 ? `0${words}` : words;
}

/** `3:07`, `1:02:09`. */
export function durationWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(whole / 3_600);
  const [minutes = '00', rest = '00'] = parts;
  return hours > 0 ? `${hours}:${minutes}:${rest}` : `${Number(minutes)}:${rest}`;
}
