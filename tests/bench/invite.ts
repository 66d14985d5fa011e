import type { Page } from 'puppeteer';
import { click, saveSetting } from '../support/browser/act.ts';
import { waitForCallState } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';
import { figuresOf, judge, type Row } from './row.ts';
import { startSipClock, type SipClock } from './sip-clock.ts';
import type { Stage } from './stage.ts';

const WARM = 20;
const COLD = 12;

type WithClick = { clickedAt: number };

/** P11 and P12: from the rep's click on Call until the INVITE is with a phone system on this machine. */
export async function measureInvite(stage: Stage): Promise<readonly Row[]> {
  const { loftline } = stage.rep;
  const clock = await startSipClock();
  const panel = await loftline.openPanel();
  const sip = {
    server: `wss://127.0.0.1:${clock.port}/`,
    domain: 'bench.test',
    username: 'dana',
    password: 'none',
    displayName: '',
    iceServers: [],
  };
  await saveSetting(panel, 'telephony.sip', sip);
  await saveSetting(panel, 'telephony.provider', 'sip');
  await panel.evaluate(() => {
    addEventListener(
      'click',
      (event) => {
        (globalThis as unknown as WithClick).clickedAt = performance.timeOrigin + event.timeStamp;
      },
      { capture: true },
    );
  });
  const rounds = async (count: number, before: () => Promise<unknown>): Promise<readonly number[]> => {
    const figures: number[] = [];
    for (let round = 0; round < count; round += 1) figures.push(await callOnce(panel, clock, before));
    return figures;
  };
  // The first loads the line, and signs in with the phone system.
  await rounds(1, () => Promise.resolve());
  const warm = await rounds(WARM, () => Promise.resolve());
  const cold = await rounds(COLD, async () => {
    await (await loftline.worker()).evaluate(() => chrome.offscreen.closeDocument());
    await loftline.killWorker();
  });
  await saveSetting(panel, 'telephony.provider', 'practice');
  await panel.close();
  await clock.stop();
  return [
    judge(
      { goal: 'P11', what: 'click on Call until the INVITE has arrived, warm (p95)', unit: 'ms', limit: 40 },
      figuresOf(warm),
      { by: 'p95' },
    ),
    judge(
      { goal: 'P12', what: 'the same, worker and phone page gone (p95)', unit: 'ms', limit: 250 },
      figuresOf(cold),
      { by: 'p95' },
    ),
  ];
}

/** As a rep does it: the pointer comes to the button, rests, and presses. */
async function callOnce(panel: Page, clock: SipClock, before: () => Promise<unknown>): Promise<number> {
  const button = await panel.waitForSelector('.row-call button:not(:disabled)', { visible: true });
  if (!button) throw new Error('No row can be called.');
  const name = await button.evaluate((element) => element.getAttribute('aria-label'));
  const seen = clock.invitedAt.length;
  await button.hover();
  // What the guards look up meanwhile is not the line's time; the pointer of a rep rests that long.
  await new Promise((resolve) => setTimeout(resolve, RESTS_MS));
  await before();
  await button.click();
  await until('the INVITE to arrive', () => clock.invitedAt.length > seen);
  const clickedAt = await panel.evaluate(() => (globalThis as unknown as WithClick).clickedAt);
  await waitForCallState(panel, 'Busy');
  await click(panel, 'radio', 'No Answer');
  await click(panel, 'radio', 'Neutral');
  await click(panel, 'button', 'Log call');
  // The row leaves the list a moment after the wrap-up has closed: the next round must find another.
  await panel.waitForFunction(
    (called) =>
      document.querySelector('.call-state') === null &&
      ![...document.querySelectorAll('.row-call button')].some((one) => one.getAttribute('aria-label') === called),
    { polling: 20 },
    name,
  );
  return (clock.invitedAt[seen] ?? Number.NaN) - clickedAt;
}

const RESTS_MS = 600;
