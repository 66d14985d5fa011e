import { afterEach, describe, expect, it } from 'vitest';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { click, saveSetting } from '../support/browser/act.ts';
import { call, connect, launchRep, readList, waitForCallState, type Rep } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';

type CallNow = { readonly state: string; readonly endReason?: string; readonly durationSeconds: number };

/** How a call ended is told to a worker that Chrome may have stopped long ago. */
describe('the end of a call', () => {
  let salesloft: Salesloft;
  let rep: Rep;

  afterEach(async () => {
    expect(rep.loftline.errors.all()).toEqual([]);
    await rep.loftline.close();
    await salesloft.stop();
  });

  it('is the person’s, with its true length, when it is what wakes the worker', async () => {
    const person = aPerson({ firstName: 'Hangs', lastName: 'Up', phone: '+14045550137' });
    salesloft = await startSalesloft({ world: aWorld(anAction({ person })) });
    rep = await launchRep(salesloft);
    await connect(rep);
    await readList(rep.panel);
    await call(rep.panel, 'Hangs Up');
    await waitForCallState(rep.panel, 'Connected');
    await rep.loftline.killWorker();
    let now: CallNow | undefined;
    await until('the call has ended', async () => {
      now = await readCall(rep);
      return now?.state === 'ended';
    });
    expect(now).toMatchObject({ endReason: 'hungUpByPerson', durationSeconds: 6 });
  });

  it('can be followed by the same number again: the first is logged, and the second completes nothing', async () => {
    const person = aPerson({ firstName: 'Busy', lastName: 'Bee', phone: '+14045550135' });
    salesloft = await startSalesloft({ world: aWorld(anAction({ person })) });
    rep = await launchRep(salesloft);
    await saveSetting(rep.panel, 'logging.holdSeconds', 0);
    await saveSetting(rep.panel, 'guards.recallGapMinutes', 60);
    await connect(rep);
    await readList(rep.panel);
    await click(rep.panel, 'button', 'Call Busy Bee');
    await waitForCallState(rep.panel, 'Busy');
    await click(rep.panel, 'radio', 'Busy');
    await click(rep.panel, 'button', 'Redial');
    await until('the first call to be in Salesloft', () => salesloft.world.calls.size === 1);
    await waitForCallState(rep.panel, 'Busy');
    await click(rep.panel, 'radio', 'No Answer');
    await click(rep.panel, 'button', 'Log call');
    await rep.panel.waitForFunction(() => document.querySelector('.call-state') === null, { polling: 50 });
    const [first] = [...salesloft.world.calls.values()];
    expect([first?.disposition, first?.action?.id !== undefined]).toEqual(['Busy', true]);
  });
});

/** The call as the worker last told every page. */
async function readCall({ panel }: Rep): Promise<CallNow | undefined> {
  return panel.evaluate(async () => {
    const stored = await chrome.storage.session.get<Record<string, string>>('snapshot:call');
    return (JSON.parse(stored['snapshot:call'] ?? '{}') as { readonly call?: CallNow }).call;
  });
}
