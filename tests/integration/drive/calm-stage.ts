import { ANY_PACE } from '@/tests/support/fakes/any-pace';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fetchFrom } from '@/tests/salesloft/fetch';
import { startSalesloft, type Salesloft } from '@/tests/salesloft/server';
import { many } from '@/tests/salesloft/worlds/many';
import { authorize } from './authorize';
import { setUpChrome, type PhoneStub } from './chrome';
import { DrivenWorker } from './driven-worker';
import { reach } from './life';
import { dice, seeded } from './random';
import { DrivenRep } from './rep';

const SEED = Number(process.env['LOFTLINE_SEED'] ?? 1);

export type CalmStage = {
  readonly salesloft: Salesloft;
  readonly worker: DrivenWorker;
  readonly phone: PhoneStub;
  readonly stop: () => Promise<void>;
};

/** A signed-in rep's worker in a Salesloft that answers everything; what goes wrong and what policy says is up to the test. The clock stands still. */
export async function setCalmStage(people: number, startAt: number, policy: object = {}): Promise<CalmStage> {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: startAt });
  vi.stubGlobal('indexedDB', new IDBFactory());
  const salesloft = await startSalesloft({ world: many(people, startAt), clock: () => Date.now() });
  const toSalesloft = fetchFrom(salesloft);
  vi.stubGlobal('fetch', (input: RequestInfo, init?: RequestInit) => reach(() => toSalesloft(input, init)));
  const phone = setUpChrome((url) => authorize(toSalesloft, url));
  await fakeBrowser.storage.managed.set({ ...policy });
  const random = dice(seeded(SEED));
  // The jitter too is the same in every run.
  vi.spyOn(Math, 'random').mockImplementation(seeded(SEED));
  const worker = new DrivenWorker(random, () => Promise.resolve());
  const settings = { 'salesloft.clientId': salesloft.world.app.clientId, ...ANY_PACE };
  for (const [key, value] of Object.entries(settings)) await worker.ask('settings.save', { key, value });
  await new DrivenRep(worker, phone, salesloft.world, random).connect();
  await worker.rest();
  return {
    salesloft,
    worker,
    phone,
    stop: async () => {
      worker.kill();
      vi.useRealTimers();
      await salesloft.stop();
    },
  };
}
