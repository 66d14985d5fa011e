import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byRole } from '../support/browser/act.ts';
import { launchLoftline, type Loftline } from '../support/browser/launch.ts';

/** No Salesloft answers here: only that the shipped build starts, whole, in this browser. */
describe('the built extension in Chromium', () => {
  let loftline: Loftline;

  beforeAll(async () => {
    loftline = await launchLoftline({ salesloft: { port: 9 } });
  });
  afterAll(async () => {
    await loftline.close();
  });

  it('starts its worker, and a new one that remembers nothing after Chrome has stopped it', async () => {
    await loftline.openPanel();
    const before = await loftline.worker();
    await before.evaluate(() => void Object.assign(globalThis, { wasHere: true }));
    await loftline.killWorker();
    const panel = await loftline.openPanel();
    await byRole(panel, 'button', 'Connect Salesloft');
    const after = await loftline.worker();
    expect(await after.evaluate(() => 'wasHere' in globalThis)).toBe(false);
  });

  it.each(['sidepanel.html', 'options.html', 'microphone.html'])(
    'draws %s, with no error in any context',
    async (page) => {
      const opened = await loftline.openPage(page);
      await opened.waitForSelector('#app button');
      expect(await opened.title()).not.toBe('');
      expect(loftline.errors.all()).toEqual([]);
    },
  );
});
