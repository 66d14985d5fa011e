import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAction, aTask } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { put } from '../salesloft/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { byRole, click, saveSetting, waitForWords } from '../support/browser/act.ts';
import { connect, launchRep, readList, waitForCallState, type Rep } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';

const NAMES = ['Ann One', 'Ben Two', 'Cat Three', 'Dan Four', 'Eve Five', 'Fay Six'];

/** A rep goes through the list by keyboard: no answer, skip, later, and one who answers. */
describe('a dial session', () => {
  let salesloft: Salesloft;
  let rep: Rep;

  beforeAll(async () => {
    const people = NAMES.map((name, index) => {
      const [firstName = '', lastName = ''] = name.split(' ');
      // The last digit is what the practice line's callee does: 6 does not answer, 0 does.
      return aPerson({
        firstName,
        lastName,
        phone: `+1404555${String(1000 + index)}${index === 4 ? 0 : 6}`.slice(0, 12),
      });
    });
    const world = aWorld();
    people.forEach((person, index) => {
      put(
        world,
        index === 3
          ? aTask({ person, subject: 'Call back' })
          : anAction({ person, dueAt: Date.now() - (60 - index) * 60_000 }),
      );
    });
    salesloft = await startSalesloft({ world });
    // The worker is stopped in the middle, so nobody is attached to it.
    rep = await launchRep(salesloft, { listensToWorker: false });
    await saveSetting(rep.panel, 'logging.holdSeconds', 0);
    await saveSetting(rep.panel, 'session.countdownSeconds', 1);
    await connect(rep);
    await readList(rep.panel);
  });
  afterAll(async () => {
    expect(rep.loftline.errors.all()).toEqual([]);
    await rep.loftline.close();
    await salesloft.stop();
  });

  const upNow = () => rep.panel.$eval('.next-call .next-name', (name) => name.textContent);
  const logs = () => [...salesloft.world.calls.values()].map(({ disposition }) => disposition);

  it('dials the first, and after each log the next, with three keys for a call that nobody answers', async () => {
    const { panel } = rep;
    await click(panel, 'button', 'Start session');
    await waitForCallState(panel, 'Ringing');
    const first = await panel.$eval('.call-name', (name) => name.textContent);
    await panel.keyboard.press('0');
    await waitForCallState(panel, 'Call ended');
    await panel.keyboard.press('Digit2');
    await panel.keyboard.press('Enter');
    // The next one rings by itself.
    await panel.waitForFunction(
      (before) => {
        const name = document.querySelector('.call-name')?.textContent;
        return (
          name !== undefined && name !== before && document.querySelector('.call-state')?.textContent === 'Ringing'
        );
      },
      { polling: 50 },
      first,
    );
    await waitForWords(panel, '1 of 6 done');
    await until('the log is in Salesloft', () => logs().length === 1);
    await panel.keyboard.press('0');
    await waitForCallState(panel, 'Call ended');
    await panel.keyboard.press('Digit2');
  });

  it('stops counting when the rep does anything else, and skips with a reason', async () => {
    const { panel } = rep;
    await saveSetting(panel, 'session.countdownSeconds', 30);
    await panel.keyboard.press('Enter');
    await waitForWords(panel, 'Calling in');
    const before = await upNow();
    await panel.keyboard.press('s');
    await byRole(panel, 'radio', 'Wrong person');
    await click(panel, 'radio', 'Wrong person');
    await panel.keyboard.press('Enter');
    await panel.waitForFunction(
      (name) => document.querySelector('.next-name')?.textContent !== name,
      { polling: 50 },
      before,
    );
    await waitForWords(panel, 'Calling in');
    await panel.mouse.wheel({ deltaY: 10 });
    await panel.waitForFunction(() => document.querySelector('.next-countdown')?.textContent === '', { polling: 50 });
    await waitForWords(panel, '3 of 6 done');
  });

  it('has somebody called later: a task of another day in Salesloft, once', async () => {
    const { panel } = rep;
    const name = await upNow();
    const tasksBefore = salesloft.world.tasks.size;
    await panel.keyboard.press('l');
    await click(panel, 'button', 'In 3 days');
    await (await panel.waitForSelector('dialog .primary'))?.click();
    await panel.waitForFunction(
      (before) => document.querySelector('.next-name')?.textContent !== before,
      { polling: 50 },
      name,
    );
    await waitForWords(panel, '4 of 6 done');
    const moved =
      [...salesloft.world.tasks.values()]
        .map(({ due_date: due }) => due)
        .sort()
        .at(-1) ?? '';
    expect(moved > new Date().toISOString().slice(0, 10)).toBe(true);
    expect(salesloft.world.tasks.size - tasksBefore).toBeLessThanOrEqual(1);
  });

  it('pauses and goes on by the space bar, and outlives panel and worker', async () => {
    await rep.panel.keyboard.press(' ');
    await waitForWords(rep.panel, 'Paused, 4 of 6 done');
    await rep.loftline.killWorker();
    await rep.panel.close();
    rep = { ...rep, panel: await rep.loftline.openPanel() };
    await waitForWords(rep.panel, 'Paused, 4 of 6 done');
    await click(rep.panel, 'button', 'Resume session');
    await byRole(rep.panel, 'button', 'Skip');
  });

  it('sums up at the end', async () => {
    const { panel } = rep;
    for (const left of [2, 1]) {
      await panel.keyboard.press('s');
      await byRole(panel, 'radio', 'Not now');
      await panel.keyboard.press('Enter');
      await panel.waitForFunction(() => !document.querySelector('dialog[open]'), { polling: 50 });
      if (left === 2) await waitForWords(panel, '5 of 6 done');
    }
    await waitForWords(panel, 'Session over');
    const summary = await panel.$$eval('.session-summary dl div', (rows) => rows.map((row) => row.textContent));
    expect(summary.slice(0, 5)).toEqual(['Calls2', 'Connects0', 'Talk time0:00', 'Skipped3', 'Call later1']);
    await until('both logs are in Salesloft', () => logs().length === 2);
    expect(logs()).toEqual(['No Answer', 'No Answer']);
    await click(panel, 'button', 'Close');
    await byRole(panel, 'button', 'Start session');
    expect(salesloft.violations).toEqual([]);
  });
});
