import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byRole, click, saveSetting, waitForWords } from '../support/browser/act.ts';
import { endDay, logged, logWith, startDay, type Day } from '../support/browser/day.ts';
import { readList, waitForCallState } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';

type WithOpened = { opened: string[] };

/** The computer's own softphone dials. Chrome's question about it cannot be pressed here: what would be opened is noted. */
async function noteLinks(panel: Page): Promise<void> {
  await panel.evaluate(() => {
    const scope = globalThis as unknown as WithOpened;
    scope.opened = [];
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      scope.opened.push(this.href);
    };
  });
}

describe('a call handed to the softphone', () => {
  let day: Day;
  beforeAll(async () => {
    day = await startDay({ listensToWorker: false, microphone: 'denied' });
    await saveSetting(day.rep.panel, 'telephony.provider', 'handoff');
    await noteLinks(day.rep.panel);
  });
  afterAll(() => endDay(day));
  const opened = () => day.rep.panel.evaluate(() => (globalThis as unknown as WithOpened).opened);

  it('opens it, needs no microphone, and goes by what the rep says, over the worker’s death', async () => {
    const { panel, loftline } = day.rep;
    await click(panel, 'button', 'Call Ann One');
    await waitForWords(panel, 'The call is in your softphone.');
    expect(await opened()).toEqual(['tel:+14045550130']);
    await click(panel, 'button', 'Open softphone');
    expect(await opened()).toHaveLength(2);
    await click(panel, 'button', 'They answered');
    await waitForCallState(panel, 'Connected');
    await loftline.killWorker();
    await until('the call to have lasted a second', () =>
      panel.$eval('.call-timer', (timer) => timer.textContent !== '00:00'),
    );
    await click(panel, 'button', 'Call is over');
    await waitForCallState(panel, 'Call ended');
    await logWith(panel, 'By softphone.');
    await until('the log to be in Salesloft', () => logged(day).includes('By softphone.'));
    const [call] = [...day.salesloft.world.calls.values()];
    expect(call?.duration).toBeGreaterThanOrEqual(1);
    await readList(panel);
  });

  it('that nobody answered ends with no time', async () => {
    const { panel } = day.rep;
    await click(panel, 'button', 'Call Ben Two');
    await byRole(panel, 'button', 'They answered');
    await panel.keyboard.press('0');
    await waitForCallState(panel, 'Call ended');
    await logWith(panel, 'Nobody there.');
    await until('the log to be in Salesloft', () => logged(day).includes('Nobody there.'));
    expect([...day.salesloft.world.calls.values()].at(-1)?.duration).toBe(0);
  });
});
