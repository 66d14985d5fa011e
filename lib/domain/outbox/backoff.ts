const FIRST_MS = 30_000;

/**
 * How long to wait after failed attempt `attempt` (from 1): 30 s, doubling, up to a quarter more or less so that
 * clients which failed together do not come back together. `random` is in [0, 1).
 */
export function backoffMs(attempt: number, random: number): number {
  return Math.round(FIRST_MS * 2 ** (attempt - 1) * (0.75 + random / 2));
}
