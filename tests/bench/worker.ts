import { figuresOf, judge, type Row } from './row.ts';
import type { Stage } from './stage.ts';

const ROUNDS = 15;

/** P7: from a message to a stopped worker until its answer, beside a blank worker stopped in turn with it. */
export async function measureWorkerStart(stage: Stage): Promise<readonly Row[]> {
  const { loftline } = stage.rep;
  const ours: number[] = [];
  const blank: number[] = [];
  const page = await loftline.openPage('microphone.html');
  const blankPage = await loftline.browser.newPage();
  await blankPage.goto(`chrome-extension://${stage.blankId}/blank.html`);
  const time = (): Promise<number> =>
    blankPage.evaluate(async () => {
      const began = performance.now();
      await chrome.runtime.sendMessage({});
      return performance.now() - began;
    });
  await time();
  for (let round = 0; round < ROUNDS; round += 1) {
    await stage.stopBlankWorker();
    blank.push(await time());
    await loftline.killWorker();
    ours.push(
      await page.evaluate(async () => {
        const began = performance.now();
        // Another build's message is answered as soon as the listener stands.
        await chrome.runtime.sendMessage({ loftline: 'worker', type: 'queue.read', input: {}, build: 'another' });
        return performance.now() - began;
      }),
    );
  }
  await page.close();
  await blankPage.close();
  return [
    judge({ goal: 'P7', what: 'worker: stopped until it answers', unit: 'ms', limit: 1.5 }, figuresOf(ours), {
      reference: { what: 'a blank worker', value: figuresOf(blank).median },
    }),
  ];
}
