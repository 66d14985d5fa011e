import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer';
import { aWorld } from '../salesloft/builders/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { byRole, click, waitForWords } from '../support/browser/act.ts';
import { findFaults } from '../support/browser/find-faults.ts';
import { launchLoftline, type Loftline } from '../support/browser/launch.ts';
import { until } from '../support/browser/until.ts';

const POLICY = {
  'salesloft.clientId': 'acme',
  'salesloft.clientSecret': 'canary-secret',
  'logging.holdSeconds': 99,
  'logging.retires': 2,
  'guards.blockedDates': ['2026-12-25', 7],
  'telephony.provider': 'sip',
};

/** An admin tries a policy, signed out, and takes it along for other platforms. */
describe('the policy workbench', () => {
  let salesloft: Salesloft;
  let loftline: Loftline;
  let page: Page;
  const downloads = mkdtempSync(join(tmpdir(), 'loftline-workbench-'));

  beforeAll(async () => {
    salesloft = await startSalesloft({ world: aWorld() });
    loftline = await launchLoftline({ salesloft });
    page = await loftline.openPage('policy-workbench.html');
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  });
  afterAll(async () => {
    await loftline.close();
    await salesloft.stop();
    rmSync(downloads, { recursive: true, force: true });
  });

  it('names each kind of problem, and shows no secret', async () => {
    const box = await byRole(page, 'textbox', 'Policy');
    await box.evaluate((element, words) => {
      (element as HTMLTextAreaElement).value = words;
      element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, JSON.stringify(POLICY));
    await click(page, 'button', 'Check');
    for (const words of ['whole number from 0 to 30', 'logging.retires', 'wrong type', 'server and a domain']) {
      await waitForWords(page, words);
    }
    await byRole(page, 'table', 'Effective settings');
    await byRole(page, 'list', 'Problems');
    const drawn = await page.$eval('main', (main) => main.innerText);
    expect(drawn).not.toContain('canary-secret');
  });

  it.each(['light', 'dark'])('has no fault that an accessibility engine finds, %s', async (scheme) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    for (const width of [320, 420, 1_280]) {
      await page.setViewport({ width, height: 900 });
      expect(await findFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
  });

  it('exports what was pasted', async () => {
    await page.select('select', 'registry');
    await click(page, 'button', 'Export');
    const file = join(downloads, 'loftline.reg');
    await until(
      'the registry file is in the downloads',
      () => readIfThere(file)?.includes('"logging.holdSeconds"=dword:00000063') === true,
    );
  });

  it('leaves no error in any context', () => {
    expect(loftline.errors.all()).toEqual([]);
  });
});

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf16le');
  } catch {
    return undefined;
  }
}
