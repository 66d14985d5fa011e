import 'fake-indexeddb/auto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fetchFrom } from '@/tests/salesloft/fetch';
import { isRateLimited } from '@/tests/salesloft/scenarios/rate-limits';
import type { Salesloft } from '@/tests/salesloft/server';
import { setCalmStage, type CalmStage } from './drive/calm-stage';
import { collectBugs } from './drive/driven-worker';
import { watchDatabase } from './drive/life';
import { logsOf, putIntoOutbox } from './drive/waiting-logs';

const MINUTE = 60_000;
const LOGS = 200;
/** What the rest of the team spends of its 600 points a minute. */
const TEAM_POINTS = 300;
/** In mid-minute, as storms begin. */
const NOON = Date.UTC(2026, 10, 23, 12, 0, 20);
const POST = 'POST /v2/activities/calls';

/** The assembled worker with 200 and more logs waiting, while Salesloft answers nothing but 429. */
describe('a storm of 429', { timeout: 60_000 }, () => {
  let stage: CalmStage;
  beforeAll(watchDatabase);
  afterEach(() => stage.stop());

  const sent = (): readonly { readonly at: number; readonly status: number }[] =>
    stage.salesloft.requests.filter(({ method, path }) => `${method} ${path}` === POST);
  const outbox = async () => {
    const view = await stage.worker.snapshot('outbox');
    return { unsent: view?.unsent, needsAttention: view?.needsAttention };
  };
  /** Leads 200 logs into a storm and out of it again; resolves to when it was over. */
  const weather = async (
    minutes: number,
    kind: { readonly hasHeaders?: boolean; readonly retryAfterSeconds?: number },
    logs = LOGS,
  ): Promise<number> => {
    const { salesloft, worker } = stage;
    await putIntoOutbox(logsOf(salesloft.world, logs, Date.now()));
    worker.kill();
    const storm = salesloft.bend(isRateLimited({ on: '* /v2/*', forMs: minutes * MINUTE, ...kind }));
    salesloft.resetLog();
    await worker.wait(minutes * MINUTE);
    expect(storm.bites).toBeGreaterThanOrEqual(minutes / 3);
    expect(salesloft.world.calls.size).toBe(0);
    return Date.now();
  };

  it.each([
    { minutes: 10, name: 'without a word on when to come back', kind: {} },
    { minutes: 10, name: 'without any header', kind: { hasHeaders: false } },
    { minutes: 10, name: 'with a Retry-After of two minutes', kind: { retryAfterSeconds: 120 } },
    { minutes: 60, name: 'of a whole hour', kind: {} },
  ])('$minutes minutes, $name: one probe for each pause, then all of them at once', async ({ minutes, kind }) => {
    stage = await setCalmStage(LOGS * 2, NOON);
    const bugs = collectBugs();
    const over = await weather(minutes, kind);

    const probes = sent();
    const pauses = probes.slice(1).map(({ at }, index) => at - (probes[index]?.at ?? 0));
    // The minute turns, at most, between two of them.
    expect(new Set(probes.map(({ at }) => Math.floor(at / MINUTE))).size).toBe(probes.length);
    expect(probes.length).toBeLessThanOrEqual(minutes + 1);
    if ('retryAfterSeconds' in kind) expect(Math.min(...pauses)).toBeGreaterThanOrEqual(120_000);
    expect(await outbox()).toEqual({ unsent: LOGS, needsAttention: 0 });

    await stage.worker.wait(2 * MINUTE + ('retryAfterSeconds' in kind ? 2 * MINUTE : 0));
    expect(await outbox()).toEqual({ unsent: 0, needsAttention: 0 });
    expect(stage.salesloft.world.calls.size).toBe(LOGS);
    // Refused ones cost nothing and none was posted twice; the budget of 600 was never overdrawn.
    const afterwards = sent().filter(({ at }) => at >= over);
    expect(afterwards.length).toBe(LOGS);
    expect(afterwards.every(({ status }) => status < 300)).toBe(true);
    expect(stage.salesloft.violations).toEqual([]);
    expect(bugs).toEqual([]);
  });

  it('with the rest of the team at work afterwards: logs go first, a list asked for meanwhile gives way', async () => {
    stage = await setCalmStage(LOGS * 6, NOON);
    const { salesloft, worker } = stage;
    const over = await weather(10, {}, LOGS * 4);
    const team = anotherClient(salesloft, TEAM_POINTS);
    let gaveWay = 0;
    for (let half = 0; half < 12; half += 1) {
      for (let second = 0; second < 30; second += 1) {
        await team.spend();
        await worker.wait(1_000);
      }
      if (((await worker.snapshot('outbox'))?.unsent ?? 0) === 0) break;
      await worker.ask('queue.read', { why: 'asked' });
      if ((await worker.snapshot('queue'))?.failure === 'rate-limited') gaveWay += 1;
    }
    const refused = sent().filter(({ at, status }) => at >= over && status === 429);
    console.info(
      `out of the storm in ${(Date.now() - over) / 1_000} s, ${refused.length} logs refused, ${gaveWay} lists gave way`,
    );
    expect(await outbox()).toEqual({ unsent: 0, needsAttention: 0 });
    expect(salesloft.world.calls.size).toBe(LOGS * 4);
    // Two minutes more than the budget left to us needs, at most.
    expect(Date.now() - over).toBeLessThanOrEqual((Math.ceil((LOGS * 4) / (600 - TEAM_POINTS)) + 2) * MINUTE);
    expect(gaveWay).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(2);
  });
});

/** The rest of the team, which spends so many points a minute of the same budget, evenly. */
function anotherClient(salesloft: Salesloft, pointsPerMinute: number): { readonly spend: () => Promise<void> } {
  const toSalesloft = fetchFrom(salesloft);
  const headers = { authorization: `Bearer ${salesloft.issueToken()}` };
  let owed = 0;
  return {
    /** Once a second. A page so deep costs 30 points. */
    spend: async () => {
      owed += pointsPerMinute / 60;
      if (owed < 30) return;
      owed -= 30;
      await toSalesloft('https://api.salesloft.com/v2/people?page=501&per_page=1', { headers });
    },
  };
}
