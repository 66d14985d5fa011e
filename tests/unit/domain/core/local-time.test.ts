import { describe, expect, it } from 'vitest';
import { localTime } from '@/lib/domain/core/local-time';

describe('local time', () => {
  it.each([
    ['US/Eastern', Date.UTC(2026, 10, 23, 20, 30), { date: '2026-11-23', weekday: 1, minuteOfDay: 15 * 60 + 30 }],
    ['Asia/Kolkata', Date.UTC(2026, 10, 23, 20, 30), { date: '2026-11-24', weekday: 2, minuteOfDay: 2 * 60 }],
    // Summer time ends at 2:00 on 1 November 2026 in New York: 6:30 UTC is the second half past one.
    ['US/Eastern', Date.UTC(2026, 10, 1, 6, 30), { date: '2026-11-01', weekday: 7, minuteOfDay: 90 }],
  ])('%s', (zone, now, expected) => {
    expect(localTime(now, zone)).toEqual(expected);
  });

  it('does not know an unknown zone', () => {
    expect(localTime(0, '')).toBeUndefined();
    expect(localTime(0, 'Nowhere/None')).toBeUndefined();
  });
});
