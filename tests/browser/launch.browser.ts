import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchLoftline, type Loftline } from './launch.ts';

/** No Salesloft answers here: only that the shipped build starts, whole, in this browser. */
describe('the built extension in Chromium', () => {
  let loftline: Loftline;

  beforeAll(async () => {
    loftline = await launchLoftline({ salesloft: { port: 9 } });
  });
  afterAll(async () => {
    await loftline.close();
  });

  it('starts its worker, and again after Chrome has stopped it', async () => {
    const page = await loftline.openPage('manifest.json');
    const worker = await loftline.worker();
    expect(await worker.evaluate(() => 'alive')).toBe('alive');
    await loftline.killWorker();
    expect(loftline.browser.targets().some((target) => target.type() === 'service_worker')).toBe(false);
    await page.close();
  });
});
