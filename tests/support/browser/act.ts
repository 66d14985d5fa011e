import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ProtocolError, type ElementHandle, type Page } from 'puppeteer';
import { waitForPage } from './targets.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Loftline } from './launch.ts';

const PATIENCE_MS = 15_000;

/** What a message of the extension's own pages carries; see lib/messaging. */
export const BUILD = packageJson.version;

/** The visible element that a screen reader would announce so; waits until it is there. */
export async function byRole(page: Page, role: string, name: string, timeout = PATIENCE_MS): Promise<ElementHandle> {
  const found = await page.waitForSelector(`::-p-aria([name="${name.replaceAll('"', '\\"')}"][role="${role}"])`, {
    timeout,
    visible: true,
  });
  if (!found) throw new Error(`There is no ${role} "${name}".`);
  return found;
}

/** Clicks what a screen reader would announce so. */
export async function click(page: Page, role: string, name: string): Promise<void> {
  const element = await byRole(page, role, name);
  await element.click();
}

/** Clicks what closes its own page, which may be gone before the click is acknowledged. */
export async function clickAway(page: Page, role: string, name: string): Promise<void> {
  const element = await byRole(page, role, name);
  await element.click().catch((error: unknown) => {
    if (!(error instanceof ProtocolError && error.name === 'TargetCloseError')) throw error;
  });
}

/** Waits, and when it was in vain says what the page showed instead: all that is left of a run on another machine. */
export async function sayingWhatIsShown(page: Page, wanted: string, wait: () => Promise<unknown>): Promise<void> {
  try {
    await wait();
  } catch (error) {
    const shown = await page.evaluate(() => document.body.innerText).catch(() => 'nothing any more');
    throw new Error(`Waited in vain for ${wanted}. The page shows: ${shown.replace(/\s+/g, ' ').slice(0, 400)}`, {
      cause: error,
    });
  }
}

/** Waits until the page shows these words anywhere in its text. */
export async function waitForWords(page: Page, words: string, timeout = PATIENCE_MS): Promise<void> {
  await sayingWhatIsShown(page, `“${words}”`, () =>
    page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout, polling: 50 }, words),
  );
}

/** Answers Salesloft's sign-in window as the rep would. */
export async function answerSignIn(loftline: Loftline, answer: 'Authorize' | 'Deny'): Promise<void> {
  const signIn = await waitForPage(loftline.browser, (url) => url.startsWith('https://accounts.salesloft.com/'));
  await clickAway(signIn, 'button', answer);
}

/** Saves a setting as an admin's click on the options page would. */
export async function saveSetting(page: Page, key: string, value: unknown): Promise<void> {
  const reply: unknown = await page.evaluate((envelope): Promise<unknown> => chrome.runtime.sendMessage(envelope), {
    loftline: 'worker',
    type: 'settings.save',
    input: { key, value },
    build: BUILD,
  });
  const saved = reply as { readonly ok?: boolean; readonly value?: { readonly kind?: string } } | undefined;
  if (saved?.value?.kind !== 'saved') throw new Error(`The setting ${key} was not saved: ${JSON.stringify(reply)}`);
}

/** A picture in test-results/, to look at when something went wrong. */
export async function takePicture(page: Page, name: string, folder = 'test-results'): Promise<string> {
  const path = join(import.meta.dirname, '..', '..', '..', folder, `${name}.png`);
  mkdirSync(join(path, '..'), { recursive: true });
  await page.screenshot({ path });
  return path;
}
