import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { byRole, click, saveSetting, waitForWords } from '../support/browser/act.ts';
import { connect, launchRep, readList, waitForCallState, type Rep } from '../support/browser/rep.ts';

let salesloft: Salesloft;
let rep: Rep;

beforeAll(async () => {
  const person = (lastName: string) => aPerson({ firstName: 'Key', lastName, phone: '+14045550130' });
  salesloft = await startSalesloft({
    world: aWorld(anAction({ person: person('One') }), anAction({ person: person('Two') })),
  });
  rep = await launchRep(salesloft);
  await saveSetting(rep.panel, 'logging.holdSeconds', 0);
  await connect(rep);
  await readList(rep.panel);
});
afterAll(async () => {
  await rep.loftline.close();
  await salesloft.stop();
});

it('makes two calls and logs them without a mouse', async () => {
  const { panel } = rep;
  await tabTo(panel, 'Call ');
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('ArrowUp');
  for (const round of [1, 2]) {
    await panel.keyboard.press('Enter');
    await waitForCallState(panel, 'Connected');
    await panel.keyboard.press('m');
    await panel.waitForSelector('.button[aria-pressed="true"]');
    await panel.keyboard.press('0');
    await waitForCallState(panel, 'Call ended');
    await panel.keyboard.press('Digit2');
    await panel.keyboard.down('Shift');
    await panel.keyboard.press('Digit1');
    await panel.keyboard.up('Shift');
    await panel.keyboard.press('Enter');
    if (round === 2) await waitForWords(panel, 'No calls due');
    else
      await panel.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Call '), {
        polling: 50,
      });
  }
  await waitForWords(panel, 'In Salesloft as call');
  await panel.waitForFunction(() => !document.body.innerText.includes('Outbox 1'), { polling: 50 });
  expect([...salesloft.world.calls.values()].map((logged) => [logged.disposition, logged.sentiment])).toEqual([
    ['No Answer', 'Interested'],
    ['No Answer', 'Interested'],
  ]);
});

async function tabTo(page: Page, start: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    if (name.startsWith(start)) return;
  }
  throw new Error(`Tab never reached "${start}".`);
}

it('follows the rep’s own keys, and none when they are switched off', async () => {
  const { panel, loftline } = rep;
  const options = await loftline.openOptions();
  const sheet = await byRole(options, 'textbox', 'Show these keys');
  await sheet.focus();
  await options.keyboard.press('z');
  await waitForWords(options, 'That key is already used for “Undo the last log”.');
  await options.keyboard.press('q');
  await options.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'Q'), {
    polling: 50,
  });
  await panel.bringToFront();
  await panel.keyboard.press('q');
  await waitForWords(panel, 'From any tab');
  expect(await panel.$$eval('.key-sheet kbd', (keys) => keys.map((key) => key.textContent))).toContain('Q');
  await panel.keyboard.press('Escape');
  await panel.waitForFunction(() => !document.querySelector('dialog[open]'), { polling: 50 });

  await options.bringToFront();
  await click(options, 'checkbox', 'Use single keys when no field has focus');
  await panel.bringToFront();
  await click(panel, 'button', 'Keys');
  await waitForWords(panel, 'Single keys are turned off in Settings.');
  await panel.keyboard.press('Escape');
  await panel.waitForFunction(() => !document.querySelector('dialog[open]'), { polling: 50 });
  await panel.keyboard.press('q');
  expect(await panel.$('dialog[open]')).toBeNull();
  await options.bringToFront();
  await click(options, 'button', 'Restore default keys');
  await options.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === '?'), {
    polling: 50,
  });
  await options.close();
});
