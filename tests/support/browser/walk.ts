import { join } from 'node:path';
import type { Page } from 'puppeteer';
import type { Salesloft } from '../../salesloft/server.ts';
import { answerSignIn, byRole, click, waitForWords } from './act.ts';
import { call, launchRep, readList, waitForCallState, whoAnswers } from './rep.ts';
import { waitForPage } from './targets.ts';

/** Walks the main job as a rep would and leaves a picture of each step, light and dark; resolves to their names. */
export async function walkMainJob(salesloft: Salesloft, folder: string): Promise<readonly string[]> {
  const rep = await launchRep(salesloft);
  const { loftline, panel } = rep;
  const names: string[] = [];

  const picture = async (page: Page, what: string, isFixed = false): Promise<void> => {
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: theme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      const name = `${String(Math.floor(names.length / 2) + 1).padStart(2, '0')}-${what}-${theme}.png`;
      await page.screenshot({ path: join(folder, name) });
      names.push(name);
    }
    if (!isFixed) await page.emulateMediaFeatures([]);
  };

  await picture(panel, 'welcome');
  await click(panel, 'button', 'Connect Salesloft');
  const signIn = await waitForPage(loftline.browser, (url) => url.startsWith('https://accounts.salesloft.com/'));
  await byRole(signIn, 'button', 'Authorize');
  await picture(signIn, 'sign-in', true);
  await answerSignIn(loftline, 'Authorize');
  await readList(panel);
  await picture(panel, 'calls-due');

  const name = await whoAnswers(panel);
  await call(panel, name);
  await waitForCallState(panel, 'Ringing');
  await picture(panel, 'ringing');
  await waitForCallState(panel, 'Connected');
  await (await byRole(panel, 'textbox', 'Notes')).type('Renewal is in March. Wants the new pricing by Friday.');
  await picture(panel, 'connected');
  await click(panel, 'button', 'Hang up');
  await waitForCallState(panel, 'Call ended');
  await click(panel, 'radio', 'Connected');
  await click(panel, 'radio', 'Interested');
  await picture(panel, 'wrap-up');
  await click(panel, 'button', 'Log and next');
  await byRole(panel, 'button', 'Undo');
  await picture(panel, 'held');
  await waitForWords(panel, 'In Salesloft as call', 30_000);
  await picture(panel, 'delivered');
  await click(panel, 'tab', 'Outbox');
  await waitForWords(panel, 'Delivered');
  await picture(panel, 'outbox');

  const logged = [...salesloft.world.calls.values()].at(-1);
  const app = await loftline.browser.newPage();
  await app.setViewport({ width: 1_000, height: 900 });
  await app.goto(`https://app.salesloft.com/app/people/${String(logged?.called_person.id)}`);
  await waitForWords(app, 'Renewal is in March');
  await picture(app, 'in-salesloft');

  const options = await loftline.openOptions();
  await options.setViewport({ width: 1_000, height: 1_200 });
  await waitForWords(options, 'Client ID');
  await picture(options, 'settings');
  const errors = loftline.errors.all();
  await loftline.close();
  if (errors.length > 0) throw new Error(`The walk left errors:\n${errors.join('\n')}`);
  return names;
}
