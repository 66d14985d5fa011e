import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byRole, click, saveSetting } from '../support/browser/act.ts';
import { endDay, startDay, type Day } from '../support/browser/day.ts';
import { waitForCallState } from '../support/browser/rep.ts';

/** What a screen reader is told, in the order in which it is told. */
describe('announcements', () => {
  let day: Day;

  beforeAll(async () => {
    day = await startDay();
    await saveSetting(day.rep.panel, 'session.countdownSeconds', 0);
    await saveSetting(day.rep.panel, 'logging.holdSeconds', 0);
    await day.rep.panel.evaluate(() => {
      const told: string[] = [];
      const last = new WeakMap<Element, string>();
      const listen = (): void => {
        for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live=polite]')) {
          const words = region.textContent.trim();
          if (words !== '' && last.get(region) !== words) told.push(words);
          last.set(region, words);
        }
      };
      listen();
      told.length = 0;
      new MutationObserver(listen).observe(document, { childList: true, subtree: true, characterData: true });
      Object.assign(globalThis, { told });
    });
  });
  afterAll(() => endDay(day));

  it('tells who is next, how the call goes, that the log is safe and that it has arrived', async () => {
    const { panel } = day.rep;
    await click(panel, 'button', 'Start session');
    await byRole(panel, 'button', 'Skip');
    await panel.keyboard.press('Enter');
    await waitForCallState(panel, 'Connected');
    const name = await panel.$eval('.call-name', (heading) => heading.textContent);
    await panel.keyboard.press('0');
    await waitForCallState(panel, 'Call ended');
    await panel.keyboard.press('Digit2');
    await panel.keyboard.press('Enter');
    await panel.waitForFunction(
      (before) => document.querySelector('.next-name')?.textContent !== before,
      { polling: 50 },
      name,
    );
    await panel.waitForFunction(
      (wanted) => (globalThis as unknown as { told: string[] }).told.includes(wanted),
      { polling: 50 },
      `Logged No Answer for ${name}`,
    );
    const told = await panel.evaluate(() => (globalThis as unknown as { told: string[] }).told);
    const wanted = [
      `Up now: ${name}`,
      'Dialing',
      'Ringing',
      'Connected',
      'Call ended',
      'Log saved',
      `Logged No Answer for ${name}`,
    ];
    const heard = told.filter((words) => wanted.some((one) => words.startsWith(one)));
    expect(heard.map((words) => wanted.find((one) => words.startsWith(one)))).toEqual(wanted);
  });
});
