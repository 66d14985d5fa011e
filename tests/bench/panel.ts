import type { Page } from 'puppeteer';
import { PANEL_SIZE } from '../support/browser/launch.ts';
import { API_MS, DUE, type Stage } from './stage.ts';
import { figuresOf, judge, single, type Row } from './row.ts';

const ROUNDS = 12;
/** A blank page slower than this says that the machine is busy, not that the panel is slow. */
export const BUSY_MS = 150;

type Seen = { readonly paint: number; readonly named: number; readonly hundred: number; readonly whole: number };

/** P1–P5: the panel opened cold, its worker stopped, beside a blank extension page opened in turn with it. */
export async function measurePanel(stage: Stage): Promise<readonly Row[]> {
  const { loftline } = stage.rep;
  const blank: number[] = [];
  const known: Seen[] = [];
  const unknown: Seen[] = [];
  const points: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await calmDown(stage);
    blank.push(await openBlank(stage));
    await calmDown(stage);
    known.push(await open(stage, loftline.url('sidepanel.html'), 'named'));
    await forgetQueue(stage);
    await calmDown(stage);
    stage.salesloft.resetLog();
    unknown.push(await open(stage, loftline.url('sidepanel.html'), 'whole'));
    points.push(pointsForList(stage));
  }
  const blankMs = figuresOf(blank).median;
  const options = { isBusy: blankMs > BUSY_MS };
  const beside = (what: string, value: number) => ({ ...options, reference: { what, value } });
  return [
    judge(
      { goal: 'P1', what: 'panel’s first paint', unit: 'ms', limit: 1.3 },
      figuresOf(known.map((seen) => seen.paint)),
      beside('first paint of a blank page', blankMs),
    ),
    judge(
      { goal: 'P2', what: 'panel usable from the last list', unit: 'ms', limit: 1.8 },
      figuresOf(known.map((seen) => seen.named)),
      beside('first paint of a blank page', blankMs),
    ),
    judge(
      { goal: 'P3', what: `nothing remembered: 100 of ${DUE} rows named`, unit: 'ms', limit: 1.25 },
      figuresOf(unknown.map((seen) => seen.hundred)),
      beside('blank page + 2 answers', blankMs + 2 * API_MS),
    ),
    judge(
      { goal: 'P4', what: `nothing remembered: all ${DUE} rows named`, unit: 'ms', limit: 1.5 },
      figuresOf(unknown.map((seen) => seen.whole)),
      beside('blank page + 3 answers', blankMs + 3 * API_MS),
    ),
    judge(
      { goal: 'P5', what: `points for the list of ${DUE}`, unit: 'points', limit: 18 },
      single(Math.max(...points)),
    ),
  ];
}

/** Chrome keeps one process ready for the next page: it needs a moment to start it, or every second page pays for it. */
const CALM_MS = 700;

/** The same beginning for either extension: no worker, no page, a process ready. */
export async function calmDown(stage: Stage): Promise<void> {
  await stage.rep.loftline.killWorker();
  await stage.stopBlankWorker();
  await new Promise((resolve) => setTimeout(resolve, CALM_MS));
}

/** The team's rules are read once in a browser run and counted apart: one point each for the team and its two lists. */
const ONCE = ['/v2/me', '/v2/team', '/v2/call_dispositions', '/v2/call_sentiments'];

function pointsForList({ salesloft }: Stage): number {
  const forList = salesloft.requests.filter(
    ({ path }) => !ONCE.some((once) => path === once || path === `${once}.json`),
  );
  return forList.reduce((sum, request) => sum + request.points, 0);
}

/** The first paint of a page with nothing on it. */
export async function openBlank(stage: Stage): Promise<number> {
  return (await open(stage, `chrome-extension://${stage.blankId}/blank.html`, 'paint')).paint;
}

/** Opens a page and resolves once `until` has been seen; every time is from the start of its navigation. */
export async function open(stage: Stage, url: string, until: keyof Seen): Promise<Seen> {
  const page = await stage.rep.loftline.browser.newPage();
  await page.setViewport(PANEL_SIZE);
  await page.evaluateOnNewDocument(watchFromTheStart, DUE);
  await page.goto(url);
  await page.waitForFunction(
    (name) => (globalThis as unknown as { seen: Record<string, number> }).seen[name] !== undefined,
    { polling: 100, timeout: 30_000 },
    until,
  );
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  await page.close();
  return seen;
}

/** Runs in the page before its own scripts. */
function watchFromTheStart(due: number): void {
  const seen: Record<string, number> = {};
  (globalThis as unknown as { seen: Record<string, number> }).seen = seen;
  let published = 0;
  const isShown = (): boolean => document.querySelector('.row-call button:not(:disabled)') !== null;
  /** What is noted is the end of the frame in which it is drawn. */
  const noteDrawn = (name: string): void => {
    if (seen[name] !== undefined) return;
    requestAnimationFrame(() => setTimeout(() => (seen[name] ??= performance.now())));
  };
  const look = (): void => {
    if (!isShown()) return;
    noteDrawn('named');
    if (published >= 100) noteDrawn('hundred');
    if (published >= due) noteDrawn('whole');
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') seen['paint'] = entry.startTime;
  }).observe({ type: 'paint', buffered: true });
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
  // A blank page has no storage permission, and nothing to watch.
  const area = (globalThis as { chrome?: { storage?: typeof chrome.storage } }).chrome?.storage?.session;
  area?.onChanged.addListener((changes) => {
    const text = changes['snapshot:queue']?.newValue;
    if (typeof text !== 'string') return;
    published = (JSON.parse(text) as { readonly rows: { readonly person: { readonly name: string } }[] }).rows.filter(
      (row) => row.person.name !== '',
    ).length;
    look();
  });
}

/** As after a browser's start with the rep still signed in: no list, no people, no team rules. */
async function forgetQueue(stage: Stage): Promise<void> {
  const page: Page = await stage.rep.loftline.openPage('microphone.html');
  await page.evaluate(async () => {
    const kept = await chrome.storage.session.get(null);
    const forgotten = Object.keys(kept).filter((key) => /queue|teamRules|people|person/i.test(key));
    await chrome.storage.session.remove(forgotten);
  });
  await page.close();
}
