/** Settings for tests that call at any hour, faster than any rep, and one person twice; the guards have tests of their own. */
export const ANY_PACE: Readonly<Record<string, unknown>> = {
  'guards.callingHours': { action: 'allow', start: '08:00', end: '21:00', days: [] },
  'guards.maxPerMinute': 1_000,
  'guards.maxPerDay': 100_000,
  'guards.recallGapMinutes': 0,
};
