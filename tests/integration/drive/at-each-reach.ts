import type { DrivenWorker } from './driven-worker';

const NEVER = Number.MAX_SAFE_INTEGER;

/**
 * `round` again and again, its worker dying one reach beyond its memory later each time, counted from `begin()`, until one
 * outlives it. After each the next worker has started and come to rest, and `check` looks at what is left. Says how many rounds.
 */
export async function atEachReach(
  worker: DrivenWorker,
  round: (begin: () => void) => Promise<void>,
  check: () => Promise<void>,
): Promise<number> {
  for (let reaches = 1; ; reaches += 1) {
    const before = worker.deaths;
    await round(() => worker.dieIn(reaches));
    await worker.rest();
    worker.dieIn(NEVER);
    await worker.wake();
    await check();
    if (worker.deaths === before) return reaches;
  }
}
