import { ANY_PACE } from '@/tests/support/fakes/any-pace';
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { many } from '@/tests/salesloft/worlds/many';
import { startSalesloft, type Salesloft } from '@/tests/salesloft/server';
import { authorize } from './drive/authorize';
import { setUpChrome } from './drive/chrome';
import { collectBugs, DrivenWorker } from './drive/driven-worker';
import { watchDatabase } from './drive/life';
import { createNetwork, type Network } from './drive/network';
import { dice, seeded } from './drive/random';
import { DrivenRep } from './drive/rep';
import { findInSalesloft } from './drive/find-in-salesloft';

const SEED = Number(process.env['LOFTLINE_SEED'] ?? 20261123);
const CALLS = Number(process.env['LOFTLINE_CALLS'] ?? 150);
const MINUTE = 60_000;
const FAULTS = [
  '429',
  '500 after',
  '503',
  'HTML',
  'cut JSON',
  'late commit',
  'lost after',
  'lost before',
  'silence after',
  'silence before',
].sort();

/** The assembled worker against the simulated Salesloft, under random faults and kills; `npm run test:drive` drives 1,000 calls. */
describe(`${CALLS} calls, seed ${SEED}`, () => {
  const random = dice(seeded(SEED));
  let salesloft: Salesloft;
  let network: Network;
  let worker: DrivenWorker;
  let rep: DrivenRep;
  let bugs: readonly string[];

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.now() });
    vi.spyOn(Math, 'random').mockImplementation(seeded(SEED + 1));
    watchDatabase();
    bugs = collectBugs();
    salesloft = await startSalesloft({ world: many(2 * CALLS), clock: () => Date.now() });
    network = createNetwork(salesloft, random, (ms) => void vi.setSystemTime(Date.now() + ms));
    vi.stubGlobal('fetch', network.fetch);
    const phone = setUpChrome((url) => authorize(network.fetch, url));
    worker = new DrivenWorker(random, network.land);
    rep = new DrivenRep(worker, phone, salesloft.world, random);
    const settings = { 'salesloft.clientId': 'loftline-demo-client', ...ANY_PACE };
    for (const [key, value] of Object.entries(settings)) await worker.ask('settings.save', { key, value });
    await rep.connect();

    Object.assign(network.faults, { logs: 25, readings: 8, renewals: 30 });
    worker.lifespan = [20, 600];
    worker.kill();
    // Chance may leave a fault out for long: it goes on until each has bitten.
    while (rep.made.length < CALLS || (network.bites.size < FAULTS.length && rep.made.length < 2 * CALLS)) {
      await rep.call();
      await worker.wait(random.between(0, 20) * 1_000);
      if (random.chance(10)) await rep.seeToTheOutbox();
    }
    for (let minute = 0; minute < 600 && (await unsent()) > 0; minute += 1) {
      await worker.wait(MINUTE);
      await rep.seeToTheOutbox();
    }
    await worker.wait(5 * MINUTE);
  }, 600_000);

  afterAll(async () => {
    vi.useRealTimers();
    await salesloft.stop();
  });

  const unsent = async (): Promise<number> => (await worker.snapshot('outbox'))?.unsent ?? 0;

  it('stand in Salesloft once each, right in every field', () => {
    const found = rep.made.map((made) => ({ made, calls: findInSalesloft(salesloft.world, made) }));
    const lost = found.filter(({ calls }) => calls.length === 0);
    const doubled = found.filter(({ calls }) => calls.length > 1);
    console.info(
      `seed ${SEED}: ${rep.made.length} made, ${salesloft.world.calls.size} in Salesloft, ${doubled.length} doubled, ${lost.length} lost, ` +
        `${worker.deaths} workers died, faults ${JSON.stringify(Object.fromEntries(network.bites))}`,
    );
    expect(lost).toEqual([]);
    expect(doubled).toEqual([]);
    expect(salesloft.world.calls.size).toBe(rep.made.length);
    for (const {
      made,
      calls: [call],
    } of found) {
      expect({ mark: made.mark, ...call }).toMatchObject({
        mark: made.mark,
        personId: made.personId,
        to: made.to,
        duration: made.durationSeconds,
        disposition: made.disposition,
      });
    }
  });

  it('leave nothing behind, break no rule of Salesloft’s and no rule of ours', async () => {
    expect(await unsent()).toBe(0);
    expect(salesloft.violations).toEqual([]);
    expect(bugs).toEqual([]);
  });

  it('suffered every fault, and many deaths', () => {
    expect([...network.bites.keys()].sort()).toEqual(FAULTS);
    expect(worker.deaths).toBeGreaterThan(CALLS / 10);
  });
});
