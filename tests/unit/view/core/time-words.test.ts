import { describe, expect, it } from 'vitest';
import {
  agoWords,
  clockWords,
  dateTimeWords,
  durationWords,
  nightThere,
  overdueWords,
  timerWords,
  timeWords,
  whenWords,
} from '@/lib/view/core/time-words';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** 2026-01-05, 12:00 in London. */
const NOON = Date.UTC(2026, 0, 5, 12);

describe('words for times', () => {
  it.each([
    [10_000, '1 min overdue'],
    [25 * MINUTE, '25 min overdue'],
    [60 * MINUTE, '1 hour overdue'],
    [47 * 60 * MINUTE, '1 day overdue'],
    [2 * DAY, '2 days overdue'],
    [-MINUTE, '1 min overdue'],
  ])('%i ms late is "%s"', (late, words) => {
    expect(overdueWords(NOON - late, NOON)).toBe(words);
  });

  it('tell how old the list is', () => {
    expect(agoWords(NOON - 59_000, NOON)).toBe('Up to date');
    expect(agoWords(NOON - MINUTE, NOON)).toBe('Updated 1 minute ago');
    expect(agoWords(NOON - 2 * MINUTE, NOON)).toBe('Updated 2 minutes ago');
  });

  it.each([
    [0, '0:00', '00:00'],
    [9.9, '0:09', '00:09'],
    [187, '3:07', '03:07'],
    [754, '12:34', '12:34'],
    [3_729, '1:02:09', '1:02:09'],
    [-3, '0:00', '00:00'],
  ])('%f seconds are "%s", on a timer "%s"', (seconds, length, timer) => {
    expect(durationWords(seconds)).toBe(length);
    expect(timerWords(seconds)).toBe(timer);
  });

  it('know the time where the person is, by old names of zones too', () => {
    expect(clockWords(NOON, 'US/Eastern')).toMatch(/^7:00\sAM$/);
    expect(clockWords(NOON, '')).toBe('');
    expect(clockWords(NOON, 'Mars/Olympus')).toBe('');
  });

  it('know night from day there: 8 to 21 is day', () => {
    const at = (hour: number, minute = 0) => nightThere(Date.UTC(2026, 0, 5, hour, minute), 'Europe/London');
    expect([at(7, 59), at(8), at(20, 59), at(21), at(0)]).toEqual(['early', undefined, undefined, 'late', 'early']);
    expect(nightThere(NOON, '')).toBeUndefined();
  });
});

it('says the time alone for what was today', () => {
  const noon = new Date(2026, 10, 23, 12).getTime();
  expect(whenWords(noon, noon + 3_600_000)).toBe(timeWords(noon));
  expect(whenWords(noon, noon + 86_400_000)).toBe(dateTimeWords(noon));
});
