import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { byRole, click, saveSetting, takePicture, waitForWords } from '../support/browser/act.ts';
import { ageAttempts } from '../support/browser/seed-outbox.ts';
import { until } from '../support/browser/until.ts';
import { call, connect, launchRep, readList, waitForCallState, wrapUp, type Rep } from '../support/browser/rep.ts';

const NAMES = ['Ada', 'Ben', 'Cleo'] as const;

describe('reconciling today', () => {
  let salesloft: Salesloft;
  let rep: Rep;

  beforeAll(async () => {
    const people = NAMES.map((firstName, index) =>
      aPerson({ firstName, lastName: 'Day', phone: `+1404555013${index}` }),
    );
    salesloft = await startSalesloft({ world: aWorld(...people.map((person) => anAction({ person }))) });
    rep = await launchRep(salesloft);
    await saveSetting(rep.panel, 'logging.holdSeconds', 0);
    await connect(rep);
    await readList(rep.panel);
    for (const name of NAMES) {
      await call(rep.panel, `${name} Day`);
      await waitForCallState(rep.panel, 'Connected');
      await click(rep.panel, 'button', 'Hang up');
      await wrapUp(rep.panel, 'Connected', `Spoke with ${name}.`);
      await until('the call is in Salesloft', () => salesloft.world.calls.size === NAMES.indexOf(name) + 1);
    }
  }, 120_000);

  afterAll(async () => {
    await rep.loftline.close();
    await salesloft.stop();
  });

  const loggedOf = (name: string) => {
    const { calls, people } = salesloft.world;
    const person = [...people.values()].find((one) => one.first_name === name);
    return [...calls.values()].filter((one) => one.called_person.id === person?.id);
  };

  it('finds all in order', async () => {
    await click(rep.panel, 'tab', 'Outbox');
    await click(rep.panel, 'button', 'Reconcile today');
    await waitForWords(rep.panel, 'Every call from today is in Salesloft exactly once.');
    await waitForWords(rep.panel, 'In both: 3 calls');
  });

  it('shows what is only here, only there, and twice', async () => {
    const [ada] = loggedOf('Ada');
    const [ben] = loggedOf('Ben');
    if (!ada || !ben) throw new Error('The calls are not there.');
    salesloft.world.calls.delete(String(ada.id));
    salesloft.world.calls.set('990001', { ...ben, id: 990_001 });
    salesloft.world.calls.set('990002', {
      ...ben,
      id: 990_002,
      to: '+14045559999',
      duration: 5,
      note: null,
      action: null,
      task: null,
    });
    await click(rep.panel, 'button', 'Check again');
    for (const words of [
      'Only here: 1 call',
      'Ada Day',
      'Twice in Salesloft: 1 call',
      'Ben Day',
      'Only in Salesloft: 1 call',
      '+14045559999',
      'In both: 1 call',
    ]) {
      await waitForWords(rep.panel, words);
    }
    await takePicture(rep.panel, 'reconcile-today', 'test-results/states');
  });

  it('sends again what is missing there, as a call that completes nothing', async () => {
    // Sooner than a call may be slow to show, it would wait for it first.
    await ageAttempts(rep.panel, 120_000);
    await click(rep.panel, 'button', 'Send');
    await waitForWords(rep.panel, 'The log is being sent again.');
    await click(rep.panel, 'button', 'Close');
    await until('the call is in Salesloft again', () => loggedOf('Ada').length === 1);
    expect(loggedOf('Ada')[0]).toMatchObject({ disposition: 'Connected', action: null, task: null });
    await byRole(rep.panel, 'button', 'Reconcile today');
    expect(salesloft.violations).toEqual([]);
    expect(rep.loftline.errors.all()).toEqual([]);
  });
});
