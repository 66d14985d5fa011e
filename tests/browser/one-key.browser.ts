import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { saveSetting } from '../support/browser/act.ts';
import { connect, launchRep, readList, waitForCallState, type Rep } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';

const PEOPLE = 6;

/** The keys that work from any tab; Chrome itself hands them to the worker, so they are handed to it here. */
describe('one key for a call that nobody answers', () => {
  let salesloft: Salesloft;
  let rep: Rep;

  beforeAll(async () => {
    const people = Array.from({ length: PEOPLE }, (_none, index) =>
      aPerson({ firstName: `Person ${index + 1}`, lastName: 'Due', phone: `+140455501${index}6` }),
    );
    const actions = people.map((person, index) => anAction({ person, dueAt: Date.now() - (60 - index) * 60_000 }));
    salesloft = await startSalesloft({ world: aWorld(...actions) });
    rep = await launchRep(salesloft, { listensToWorker: false });
    await saveSetting(rep.panel, 'logging.holdSeconds', 0);
    await connect(rep);
    await readList(rep.panel);
  });
  afterAll(async () => {
    await rep.loftline.close();
    await salesloft.stop();
  });

  const press = async (command: string): Promise<void> => {
    const worker = await rep.loftline.worker();
    await worker.evaluate((name) => {
      (chrome.commands.onCommand as unknown as { dispatch: (command: string) => void }).dispatch(name);
    }, command);
  };
  /** Chrome stops the worker in a quiet call; the key starts another. */
  const startAnew = async (): Promise<void> => {
    await rep.loftline.killWorker();
    await rep.panel.evaluate(() => void chrome.runtime.sendMessage('wake').catch(() => undefined));
  };
  const nameInHand = () => rep.panel.$eval('.call-name', (name) => name.textContent).catch(() => '');
  const logs = () => [...salesloft.world.calls.values()];

  it('ends the call, logs it, and dials the next, by a worker that has just been started as well', async () => {
    await press('dial-next');
    const seen = new Set<string>();
    for (let count = 1; count <= PEOPLE; count += 1) {
      await waitForCallState(rep.panel, 'Ringing');
      seen.add(await nameInHand());
      if (count % 2 === 0) await startAnew();
      await press('end-as-no-answer');
      await until(`log ${count} is in Salesloft`, () => logs().length === count);
      if (count < PEOPLE)
        await until('the next one is called', async () => !seen.has(await nameInHand()) && (await nameInHand()) !== '');
    }
    expect(seen.size).toBe(PEOPLE);
    expect(logs().map(({ disposition }) => disposition)).toEqual(Array.from({ length: PEOPLE }, () => 'No Answer'));
    expect(new Set(logs().map(({ action }) => action?.id)).size).toBe(PEOPLE);
    expect(salesloft.violations).toEqual([]);
  });
});
