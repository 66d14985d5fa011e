import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOffline } from '../salesloft/scenarios/outages.ts';
import { livelyWorld } from '../salesloft/worlds/lively.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { byRole, click, takePicture, waitForWords, saveSetting } from '../support/browser/act.ts';
import { findFaults } from '../support/browser/find-faults.ts';
import { call, connect, launchRep, readList, waitForCallState, whoAnswers, type Rep } from '../support/browser/rep.ts';

const THEMES = ['light', 'dark'] as const;
const WIDTHS = [320, 420] as const;

/** Every state of the panel, in both themes and two widths: axe finds nothing, nothing is wider than the panel. */
describe('the states of the panel', () => {
  let salesloft: Salesloft;
  let rep: Rep;

  beforeAll(async () => {
    salesloft = await startSalesloft({ world: livelyWorld() });
    rep = await launchRep(salesloft);
  });
  afterAll(async () => {
    await rep.loftline.close();
    await salesloft.stop();
  });

  const check = async (name: string, page = rep.panel, widths: readonly number[] = WIDTHS): Promise<void> => {
    const found: string[] = [];
    for (const theme of THEMES) {
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: theme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      for (const width of widths) {
        await page.setViewport({ width, height: 900 });
        found.push(...(await findFaults(page)).map((fault) => `${theme} ${width}: ${fault}`));
        await takePicture(page, `${name}-${theme}-${width}`, 'test-results/states');
      }
    }
    await page.emulateMediaFeatures([]);
    await page.setViewport({ width: 420, height: 900 });
    expect(found).toEqual([]);
  };

  it('signed out', async () => {
    await check('signed-out');
  });

  it('the list', async () => {
    await connect(rep);
    await readList(rep.panel);
    await check('list');
  });

  it('a filter that hides all', async () => {
    await (await byRole(rep.panel, 'searchbox', 'Search or dial a number')).type('zzzz');
    await waitForWords(rep.panel, 'No calls match');
    await check('no-matches');
    await click(rep.panel, 'button', 'Clear filter');
  });

  it('Salesloft out of reach', async () => {
    salesloft.bend(isOffline());
    await click(rep.panel, 'button', 'Refresh');
    await waitForWords(rep.panel, "Salesloft can't be reached");
    await check('unreachable');
    salesloft.unbend();
    await click(rep.panel, 'button', 'Try again');
    await readList(rep.panel);
  });

  it('a call, connected, muted, with the keypad, and ended', async () => {
    await call(rep.panel, await whoAnswers(rep.panel));
    await waitForCallState(rep.panel, 'Connected');
    await check('connected');
    await click(rep.panel, 'button', 'Mute');
    await click(rep.panel, 'button', 'Keypad');
    await rep.panel.waitForSelector('.button[aria-pressed="true"]');
    await check('keypad');
    await click(rep.panel, 'button', 'Hang up');
    await waitForCallState(rep.panel, 'Call ended');
    await check('wrap-up');
  });

  it('a log that is held, and one that has arrived', async () => {
    await saveSetting(rep.panel, 'logging.holdSeconds', 30);
    await click(rep.panel, 'radio', 'Connected');
    await click(rep.panel, 'button', 'Log and next');
    await byRole(rep.panel, 'button', 'Undo');
    await check('held');
    await click(rep.panel, 'tab', 'Outbox 1');
    await check('outbox-held');
    await click(rep.panel, 'button', 'Discard');
    await check('outbox-discard');
    await click(rep.panel, 'button', 'Keep');
  });

  it('the options page, from narrow to wide', async () => {
    const options = await rep.loftline.openOptions();
    await waitForWords(options, 'Client ID');
    await check('options', options, [320, 1_000]);
    await options.close();
  });

  it('the microphone page', async () => {
    const page = await rep.loftline.openPage('microphone.html');
    await waitForWords(page, 'Your microphone works');
    await check('microphone', page, [320, 1_000]);
    await page.close();
  });

  it('leaves no error in any context', () => {
    expect(rep.loftline.errors.all()).toEqual([]);
  });
});
