const MOMENTS = ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'];

/** Without zones that keep the same time as one before them, in winter and in summer. */
export function distinctZones(zones: readonly string[]): readonly string[] {
  const byClock = new Map<string, string>();
  for (const zone of zones) if (!byClock.has(clockOf(zone))) byClock.set(clockOf(zone), zone);
  return [...byClock.values()];
}

/** What its clocks show at both moments. */
export function clockOf(timeZone: string): string {
  return MOMENTS.map((at) =>
    new Date(at).toLocaleString('en', { timeZone, day: 'numeric', hour: 'numeric', minute: 'numeric' }),
  ).join();
}
