import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aCall } from '../salesloft/builders/logged-call.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aUser } from '../salesloft/builders/team.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { put } from '../salesloft/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { byRole, click, saveSetting, waitForWords } from '../support/browser/act.ts';
import { connect, launchRep, readList, waitForCallState, type Rep } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';

/** A zone in which it is that hour now: the test runs at any time of day. */
function zoneAt(hour: number): string {
  const ahead = hour - new Date().getUTCHours();
  const offset = ahead < -12 ? ahead + 24 : ahead;
  return `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
}

const [NOON, NIGHT] = [zoneAt(12), zoneAt(3)];

/** The guards as they are shipped, as a rep meets them. */
describe('before a call', () => {
  let salesloft: Salesloft;
  let rep: Rep;
  const actions = new Map<string, ReturnType<typeof anAction>>();

  beforeAll(async () => {
    const world = aWorld();
    const due = (name: string, order: number, facts: Parameters<typeof aPerson>[0]) => {
      const [firstName = '', lastName = ''] = name.split(' ');
      const person = aPerson({
        firstName,
        lastName,
        phone: `+1404555${String(2000 + order * 10)}`,
        locale: NOON,
        state: null,
        country: null,
        ...facts,
      });
      const action = anAction({ person, dueAt: Date.now() - (60 - order) * 60_000 });
      actions.set(name, action);
      put(world, action);
      return person;
    };
    due('Nora Night', 1, { locale: NIGHT });
    const team = due('Tess Team', 2, {});
    due('Gil Gone', 3, {});
    due('Dora Day', 4, {});
    due('Eva Early', 5, {});
    put(world, aCall({ person: team, user: aUser(), at: Date.now() - 60_000 }));
    salesloft = await startSalesloft({ world });
    rep = await launchRep(salesloft, {}, 'as shipped');
    await saveSetting(rep.panel, 'logging.holdSeconds', 0);
    await connect(rep);
    await readList(rep.panel);
  });
  afterAll(async () => {
    expect(rep.loftline.errors.all()).toEqual([]);
    expect(salesloft.violations).toEqual([]);
    await rep.loftline.close();
    await salesloft.stop();
  });

  const asked = async (words: string): Promise<void> => {
    await byRole(rep.panel, 'alertdialog', 'Before you call');
    await waitForWords(rep.panel, words);
  };
  const history = async (): Promise<readonly string[]> =>
    rep.panel.evaluate(async () => {
      const open = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('loftline');
        request.onsuccess = () => resolve(request.result);
      });
      const rows = await new Promise<{ record: { history: { what: string }[] } }[]>((resolve) => {
        const request = open.transaction('calls').objectStore('calls').getAll();
        request.onsuccess = () => resolve(request.result as { record: { history: { what: string }[] } }[]);
      });
      open.close();
      return rows.flatMap(({ record }) => record.history.map(({ what }) => what));
    });
  const wrapUp = async (): Promise<void> => {
    await click(rep.panel, 'button', 'Hang up');
    await waitForCallState(rep.panel, 'Call ended');
    await click(rep.panel, 'radio', 'Connected');
    await click(rep.panel, 'button', 'Log call');
    await rep.panel.waitForFunction(() => !document.querySelector('.call-state'), { polling: 50 });
  };

  it('says what time it is there and by what it knows, and keeps that the rep called all the same', async () => {
    const { panel } = rep;
    await click(panel, 'button', 'Call Nora Night');
    await asked('outside calling hours (based on their time zone in Salesloft)');
    expect(await panel.$eval('[role=alertdialog]', (dialog) => dialog.textContent)).toMatch(
      /3:\d\d\sAM where they are/,
    );
    await click(panel, 'button', 'Cancel');
    expect(await history()).toEqual([]);
    await click(panel, 'button', 'Call Nora Night');
    await asked('outside calling hours');
    await click(panel, 'button', 'Call anyway');
    await byRole(panel, 'button', 'Hang up');
    expect((await history()).join()).toMatch(
      /called in spite of: outside-calling-hours \(\S+ 03:\d\d \(Etc\/GMT\S+\), by locale\)/,
    );
    await wrapUp();
  });

  it('asks before a person whom the team has called today, and before work that is done meanwhile', async () => {
    const { panel } = rep;
    await click(panel, 'button', 'Call Tess Team');
    await asked('Someone else on your team called this person today.');
    await click(panel, 'button', 'Cancel');
    const gone = actions.get('Gil Gone');
    if (gone) salesloft.world.actions.delete(String(gone.id));
    await click(panel, 'button', 'Call Gil Gone');
    await asked('This step or task was completed in the meantime.');
    await click(panel, 'button', 'Cancel');
  });

  it('reads while the pointer is over the button, and not again for the press', async () => {
    const reads = () =>
      salesloft.requests.filter(({ path }) => path === `/v2/actions/${String(actions.get('Dora Day')?.id)}`).length;
    const button = await byRole(rep.panel, 'button', 'Call Dora Day');
    await button.hover();
    await until('what may stand against the call to be read', () => reads() === 1);
    await button.click();
    await byRole(rep.panel, 'button', 'Hang up');
    expect(reads()).toBe(1);
    await wrapUp();
  });

  it('brakes: alone it says so, in a dial session it waits', async () => {
    const { panel } = rep;
    await saveSetting(panel, 'guards.maxPerMinute', 1);
    await click(panel, 'button', 'Call Eva Early');
    await byRole(panel, 'alertdialog', 'This call is not allowed');
    await waitForWords(panel, "You've reached the limit of calls per minute.");
    await click(panel, 'button', 'Close');
    await saveSetting(panel, 'session.countdownSeconds', 1);
    await panel.type('[type=search]', 'Eva');
    await click(panel, 'button', 'Start session');
    await waitForWords(panel, 'The next call can start in');
    await waitForWords(panel, 'Calling in');
    await saveSetting(panel, 'guards.maxPerMinute', 4);
    await click(panel, 'button', 'Call Eva Early');
    await waitForCallState(panel, 'Connected');
    await wrapUp();
  });
});
