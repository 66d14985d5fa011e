import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aUser } from '@/tests/salesloft/builders/team';
import { isRateLimited } from '@/tests/salesloft/scenarios/rate-limits';
import { put } from '@/tests/salesloft/world';
import { setCalmStage, type CalmStage } from './drive/calm-stage';
import { watchDatabase } from './drive/life';
import { logsOf, putIntoOutbox } from './drive/waiting-logs';

const LOGS = 12;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOON = Date.UTC(2026, 10, 23, 12, 0, 20);

/** The assembled worker with logs that wait, while something else than Salesloft's answers goes wrong. */
describe('logs that wait', { timeout: 60_000 }, () => {
  let stage: CalmStage;
  beforeAll(watchDatabase);
  beforeEach(async () => {
    stage = await setCalmStage(LOGS * 2, NOON);
  });
  afterEach(() => stage.stop());

  const inSalesloft = (): number => stage.salesloft.world.calls.size;

  /** A refusal has put them all off till the minute turns. */
  const putOff = async (): Promise<void> => {
    await putIntoOutbox(logsOf(stage.salesloft.world, LOGS, Date.now()));
    stage.worker.kill();
    const refused = stage.salesloft.bend(isRateLimited({ on: 'POST /v2/activities/calls', times: 1 }));
    await stage.worker.wait(1_000);
    expect(refused.bites).toBe(1);
    expect(inSalesloft()).toBe(0);
  };

  it.each([
    { name: 'goes back an hour', by: -HOUR },
    { name: 'goes forward a day', by: 24 * HOUR },
  ])('wait no longer because the clock $name', async ({ by }) => {
    await putOff();
    vi.setSystemTime(Date.now() + by);
    // The next worker start, as after a sleep: nothing rings by itself while the clock is moved.
    stage.worker.kill();
    await stage.worker.wait(2 * MINUTE);
    expect(inSalesloft()).toBe(LOGS);
  });

  it('need one renewal of the access token, however many ask for it at once', async () => {
    const { salesloft, worker } = stage;
    await putIntoOutbox(logsOf(salesloft.world, LOGS, Date.now()));
    salesloft.expireAccessTokens();
    salesloft.resetLog();
    worker.kill();
    await Promise.all([
      worker.ask('queue.read', { why: 'asked' }),
      worker.ask('queue.read', { why: 'opened' }),
      worker.wait(MINUTE),
    ]);
    expect(salesloft.requests.filter(({ path }) => path.endsWith('/token')).length).toBe(1);
    expect(inSalesloft()).toBe(LOGS);
  });

  it('never leave under another rep’s name, and go when their own rep is back', async () => {
    const { salesloft, worker } = stage;
    const { world } = salesloft;
    const owner = world.signedInUserId;
    await worker.ask('signIn.disconnect', { evenWithLogsWaiting: true });
    await putIntoOutbox(logsOf(world, LOGS, Date.now()));
    worker.kill();
    const other = aUser({ id: 4_711 });
    put(world, other);
    world.signedInUserId = other.id;
    expect((await worker.ask('signIn.connect', {})).rep?.guid).toBe(other.guid);
    salesloft.resetLog();
    await worker.wait(HOUR);
    expect(salesloft.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(inSalesloft()).toBe(0);

    await worker.ask('signIn.disconnect', { evenWithLogsWaiting: true });
    world.signedInUserId = owner;
    await worker.ask('signIn.connect', {});
    await worker.wait(MINUTE);
    expect([...world.calls.values()].map(({ user }) => user.id)).toEqual(Array.from({ length: LOGS }, () => owner));
  });
});
