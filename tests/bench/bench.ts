import './resolve-imports.ts';
import { loadavg } from 'node:os';
import { measureCallPaths } from './call-paths.ts';
import { measureEnqueue } from './enqueue.ts';
import { measureInvite } from './invite.ts';
import { measurePanel } from './panel.ts';
import { report, type Failure } from './report.ts';
import type { Row } from './row.ts';
import { measureSizes } from './sizes.ts';
import { API_MS, DUE, setStage } from './stage.ts';
import { measureWorkerStart } from './worker.ts';

/** Size and speed of the production build, each with its goal. `--json` prints the same for machines. */
const say = (words: string): void => console.error(words);

const loadBefore = loadavg()[0] ?? 0;
say('Building and measuring sizes …');
const sizes = measureSizes();
say(`Starting Chromium with ${DUE} due calls and ${API_MS} ms for each answer …`);
const stage = await setStage();
const browser = await stage.rep.loftline.browser.version();
const failures: Failure[] = [];
/** A measurement that fails loses only its own figures; the report gives the reason. */
const attempt = async (what: string, measure: () => Promise<readonly Row[]>): Promise<readonly Row[]> => {
  say(`${what} …`);
  try {
    return await measure();
  } catch (error) {
    failures.push({ what, reason: error instanceof Error ? error.message : String(error) });
    return [];
  }
};
const panel = await attempt('Opening the panel, again and again', () => measurePanel(stage));
const worker = await attempt('Stopping and waking the worker', () => measureWorkerStart(stage));
const calls = await attempt('Calling, hanging up, wrapping up', () => measureCallPaths(stage));
const invites = await attempt('Calling through a phone system', () => measureInvite(stage));
const stored = await attempt('Storing 10,000 logs one by one', () => measureEnqueue(stage));
// They read the extension's own sources, which Node can once the first import above has been made.
const { measureLongOutbox, measureDrain } = await import('./long-outbox.ts');
const long = await attempt('Opening the panel with 10,000 logs waiting, and with none', () => measureLongOutbox(stage));
const drained = await attempt('Sending 10,000 logs', () => measureDrain(stage));
const violations = stage.salesloft.violations.length;
await stage.close();

const rows = [...panel, ...sizes, ...worker, ...calls, ...invites, ...stored, ...long, ...drained].sort(
  (one, other) => Number(one.goal.slice(1)) - Number(other.goal.slice(1)),
);
report(
  rows,
  { browser, loadBefore, loadAfter: loadavg()[0] ?? 0, violations, failures },
  process.argv.includes('--json'),
);
if (failures.length > 0) process.exitCode = 1;
