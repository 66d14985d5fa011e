import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer';
import { byRole, click, clickAway, takePicture, waitForWords } from '../support/browser/act.ts';
import { launchLoftline, type Loftline } from '../support/browser/launch.ts';
import { waitForPage } from '../support/browser/targets.ts';

/** The shipped page with Chrome's own permission; nothing but the rep's gesture starts its sound. */
describe('the microphone page in Chromium', () => {
  let loftline: Loftline;
  let page: Page;

  const chromeSays = (state: 'granted' | 'denied' | 'prompt'): Promise<void> =>
    loftline.browser
      .defaultBrowserContext()
      .setPermission(loftline.url('').replace(/\/$/, ''), { permission: { name: 'microphone' }, state });
  const waitUntilMeterMoves = async (): Promise<void> => {
    await page.waitForFunction(() => (document.querySelector('meter')?.value ?? 0) > 0.05, { polling: 50 });
  };

  beforeAll(async () => {
    loftline = await launchLoftline({
      salesloft: { port: 9 },
      microphone: 'prompt',
      flags: ['--autoplay-policy=user-gesture-required'],
    });
  });
  afterAll(async () => {
    await loftline.close();
  });
  beforeEach(async () => {
    await chromeSays('prompt');
    page = await loftline.openPage('microphone.html');
    await byRole(page, 'button', 'Allow microphone');
  });

  it('shows that the microphone works as soon as it is allowed, and closes itself', async () => {
    await chromeSays('granted');
    await waitForWords(page, 'Your microphone works.');
    await waitUntilMeterMoves();
    await takePicture(page, 'microphone-granted');
    const closed = new Promise((resolve) => page.once('close', resolve));
    await clickAway(page, 'button', 'Close this page');
    await closed;
  });

  it('asks when the button is pressed, and again when the question was closed', async () => {
    // Without a window to show it in, Chromium closes the question at once.
    await click(page, 'button', 'Allow microphone');
    await waitForWords(page, 'without an answer');
    await click(page, 'button', 'Allow microphone');
    await waitForWords(page, 'without an answer');
  });

  it('tells the way back from a refusal, and notices when it is taken', async () => {
    await chromeSays('granted');
    await waitUntilMeterMoves();
    await chromeSays('denied');
    await waitForWords(page, 'Chrome blocks the microphone for Loftline.');
    await takePicture(page, 'microphone-denied');
    await click(page, 'button', "Open Chrome's settings for Loftline");
    const settings = await waitForPage(loftline.browser, (url) =>
      url.startsWith('chrome://settings/content/siteDetails'),
    );
    expect(settings.url()).toContain(encodeURIComponent(loftline.url('')));
    await settings.close();
    await page.bringToFront();
    await chromeSays('granted');
    await waitForWords(page, 'Your microphone works.');
    await waitUntilMeterMoves();
  });

  it('leaves no error behind', () => {
    expect(loftline.errors.all()).toEqual([]);
  });
});
