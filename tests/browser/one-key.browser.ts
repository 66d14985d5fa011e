import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { byRole, click, saveSetting } from '../support/browser/act.ts';
import { connect, launchRep, readList, waitForCallState, type Rep } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';

const PEOPLE = 6;

/** The keys that work from any tab; Chrome itself hands them to the worker, so they are handed to it here. */
const press = async (rep: Rep, command: string): Promise<void> => {
  const worker = await rep.loftline.worker();
  await worker.evaluate((name) => {
    (chrome.commands.onCommand as unknown as { dispatch: (command: string) => void }).dispatch(name);
  }, command);
};
/** Chrome stops the worker in a quiet call; the key starts another. */
const startAnew = async (rep: Rep): Promise<void> => {
  await rep.loftline.killWorker();
  await rep.panel.evaluate(() => void chrome.runtime.sendMessage('wake').catch(() => undefined));
};
const nameInHand = (rep: Rep) => rep.panel.$eval('.call-name', (name) => name.textContent).catch(() => '');
const logsIn = (salesloft: Salesloft) => [...salesloft.world.calls.values()];

const startSalesloftWith = (howMany: number): Promise<Salesloft> => {
  const people = Array.from({ length: howMany }, (_none, index) =>
    aPerson({ firstName: `Person ${index + 1}`, lastName: 'Due', phone: `+140455501${index}6` }),
  );
  const actions = people.map((person, index) => anAction({ person, dueAt: Date.now() - (60 - index) * 60_000 }));
  return startSalesloft({ world: aWorld(...actions) });
};

const signInTo = async (salesloft: Salesloft): Promise<Rep> => {
  const rep = await launchRep(salesloft, { listensToWorker: false });
  await saveSetting(rep.panel, 'logging.holdSeconds', 0);
  await connect(rep);
  await readList(rep.panel);
  return rep;
};

describe('one key for a call that nobody answers', () => {
  let salesloft: Salesloft;
  let rep: Rep;

  beforeAll(async () => {
    salesloft = await startSalesloftWith(PEOPLE);
    rep = await signInTo(salesloft);
  });
  afterAll(async () => {
    await rep.loftline.close();
    await salesloft.stop();
  });

  it('ends the call, logs it, and dials the next, by a worker that has just been started as well', async () => {
    await press(rep, 'dial-next');
    const seen = new Set<string>();
    for (let count = 1; count <= PEOPLE; count += 1) {
      await waitForCallState(rep.panel, 'Ringing');
      seen.add(await nameInHand(rep));
      if (count % 2 === 0) await startAnew(rep);
      await press(rep, 'end-as-no-answer');
      await until(`log ${count} is in Salesloft`, () => logsIn(salesloft).length === count);
      if (count < PEOPLE)
        await until(
          'the next one is called',
          async () => !seen.has(await nameInHand(rep)) && (await nameInHand(rep)) !== '',
        );
    }
    expect(seen.size).toBe(PEOPLE);
    expect(logsIn(salesloft).map(({ disposition }) => disposition)).toEqual(
      Array.from({ length: PEOPLE }, () => 'No Answer'),
    );
    expect(new Set(logsIn(salesloft).map(({ action }) => action?.id)).size).toBe(PEOPLE);
    expect(salesloft.violations).toEqual([]);
  });
});

describe('the keys after the last planned call of a dial session', () => {
  let salesloft: Salesloft;
  let rep: Rep;

  beforeAll(async () => {
    salesloft = await startSalesloftWith(3);
    rep = await signInTo(salesloft);
    await saveSetting(rep.panel, 'session.countdownSeconds', 0);
  });
  afterAll(async () => {
    await rep.loftline.close();
    await salesloft.stop();
  });

  const OVER = 'This dial session is over. Close its summary to call someone else.';

  it('call nobody outside the plan and say that it is over, until its summary is closed', async () => {
    const { panel } = rep;
    const search = await byRole(panel, 'searchbox', 'Search or dial a number');
    await search.type('Person 2');
    await until('only one is shown', async () => (await panel.$$('.row')).length === 1);
    await click(panel, 'button', 'Start session');
    await byRole(panel, 'button', 'Pause session');
    await press(rep, 'dial-next');
    await waitForCallState(panel, 'Ringing');
    expect(await nameInHand(rep)).toContain('Person 2');

    await press(rep, 'end-as-no-answer');
    await byRole(panel, 'heading', 'Session over');
    await until('the log is in Salesloft', () => logsIn(salesloft).length === 1);
    await click(panel, 'tab', 'Outbox');
    await panel.waitForSelector('.session-summary', { hidden: true });
    await press(rep, 'dial-next');
    await byRole(panel, 'heading', 'Session over');
    await until('it is announced', async () => (await panel.$eval('.unseen', (words) => words.textContent)) === OVER);
    expect(await nameInHand(rep)).toBe('');

    await click(panel, 'button', 'Close');
    await panel.waitForSelector('.session-summary', { hidden: true });
    await press(rep, 'dial-next');
    await waitForCallState(panel, 'Ringing');
    expect(salesloft.violations).toEqual([]);
  });
});
