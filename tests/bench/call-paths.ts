import type { Page } from 'puppeteer';
import { until } from '../support/browser/until.ts';
import { ask, type Stage } from './stage.ts';
import { figuresOf, judge, quantile, type Row } from './row.ts';

const ROUNDS = 15;

type DueRow = {
  readonly person: { readonly personId: string; readonly numbers: readonly { readonly e164?: string }[] };
  readonly source: unknown;
};
type WithStops = { stops: number[] };

/** P13 and P14: real calls on the practice line, hung up while connected, each wrapped up at once. */
export async function measureCallPaths(stage: Stage): Promise<readonly Row[]> {
  const { loftline } = stage.rep;
  const panel = await loftline.openPanel();
  const rows = await readRows(panel);
  const submits: number[] = [];
  const stops: number[] = [];
  for (const row of rows.slice(0, ROUNDS)) {
    const callId = crypto.randomUUID();
    await place(panel, callId, row);
    const offscreen = await loftline.offscreen();
    await offscreen.evaluate(watchStops);
    await until('the call to be connected', async () => (await readCall(panel))?.state === 'connected');
    const clickedAt = await panel.evaluate(() => performance.timeOrigin + performance.now());
    await ask(panel, 'call.hangUp', { callId });
    await until('the microphone to be free', () =>
      offscreen.evaluate(() => (globalThis as unknown as WithStops).stops.length > 0),
    );
    stops.push((await offscreen.evaluate(() => Math.max(...(globalThis as unknown as WithStops).stops))) - clickedAt);
    await until('the call to be ended', async () => (await readCall(panel))?.state === 'ended');
    const draft = { disposition: 'Connected', sentiment: 'Interested', notes: 'Spoke about the renewal.' };
    const { value, tookMs } = await ask(panel, 'wrapUp.submit', { callId, draft });
    if ((value as { readonly kind: string }).kind !== 'saved') throw new Error(`Not saved: ${JSON.stringify(value)}`);
    submits.push(tookMs);
  }
  const bare = await measureBare(stage);
  await panel.close();
  return [
    judge(
      { goal: 'P13', what: 'log submitted until it is on disk and acknowledged (p95)', unit: 'ms', limit: 2.5 },
      figuresOf(submits),
      {
        by: 'p95',
        reference: { what: 'p95 of a bare message + p95 of a bare strict write', value: bare },
      },
    ),
    judge({ goal: 'P14', what: 'hang-up until our sound has stopped (p95)', unit: 'ms', limit: 50 }, figuresOf(stops), {
      by: 'p95',
    }),
  ];
}

async function place(panel: Page, callId: string, row: DueRow): Promise<void> {
  const request = {
    callId,
    personId: row.person.personId,
    to: row.person.numbers[0]?.e164,
    source: row.source,
    callee: 'answers',
  };
  const { value } = await ask(panel, 'call.place', { ...request, overrides: [] });
  if ((value as { kind: string }).kind !== 'placed') throw new Error(`Not placed: ${JSON.stringify(value)}`);
}

/** Runs in the offscreen document: when each capturing track was stopped, by the clock that all pages share. */
function watchStops(): void {
  const scope = globalThis as unknown as WithStops & { isWatched?: boolean };
  scope.stops = [];
  if (scope.isWatched) return;
  scope.isWatched = true;
  const original = Object.getOwnPropertyDescriptor(MediaStreamTrack.prototype, 'stop')?.value as () => void;
  MediaStreamTrack.prototype.stop = function (this: MediaStreamTrack) {
    Reflect.apply(original, this, []);
    scope.stops.push(performance.timeOrigin + performance.now());
  };
}

async function measureBare(stage: Stage): Promise<number> {
  const page = await stage.rep.loftline.browser.newPage();
  await page.goto(`chrome-extension://${stage.blankId}/blank.html`);
  const { messages, writes } = await page.evaluate(async (rounds) => {
    const result = { messages: [] as number[], writes: [] as number[] };
    await chrome.runtime.sendMessage({ put: { id: -1 } });
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      await chrome.runtime.sendMessage({});
      result.messages.push(performance.now() - began);
      result.writes.push(await chrome.runtime.sendMessage({ put: { id: round, text: 'x'.repeat(600) } }));
    }
    return result;
  }, 60);
  await page.close();
  return quantile(messages, 0.95) + quantile(writes, 0.95);
}

async function readRows(panel: Page): Promise<readonly DueRow[]> {
  const queue = (await readSnapshot(panel, 'queue')) as { readonly rows: readonly DueRow[] };
  return queue.rows.filter((row) => row.person.numbers[0]?.e164 !== undefined);
}

async function readCall(panel: Page): Promise<{ readonly state: string } | null> {
  return ((await readSnapshot(panel, 'call')) as { readonly call: { readonly state: string } | null }).call;
}

function readSnapshot(panel: Page, name: string): Promise<unknown> {
  return panel.evaluate(async (key): Promise<unknown> => {
    const stored = await chrome.storage.session.get(key);
    return JSON.parse(String(stored[key]));
  }, `snapshot:${name}`);
}
