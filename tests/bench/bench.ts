import './resolve-imports.ts';
import { loadavg } from 'node:os';
import { measureCallPaths } from './call-paths.ts';
import { measureEnqueue } from './enqueue.ts';
import { measureInvite } from './invite.ts';
import { measurePanel } from './panel.ts';
import { report } from './report.ts';
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
say('Opening the panel, again and again …');
const panel = await measurePanel(stage);
say('Stopping and waking the worker …');
const worker = await measureWorkerStart(stage);
say('Calling, hanging up, wrapping up …');
const calls = await measureCallPaths(stage);
say('Calling through a phone system …');
const invites = await measureInvite(stage);
say('Storing 10,000 logs one by one …');
const stored = await measureEnqueue(stage);
// They read the extension's own sources, which Node can once the first import above has been made.
const { measureLongOutbox, measureDrain } = await import('./long-outbox.ts');
say('Opening the panel with 10,000 logs waiting, and with none …');
const long = await measureLongOutbox(stage);
say('Sending 10,000 logs …');
const drained = await measureDrain(stage);
const violations = stage.salesloft.violations.length;
await stage.close();

const rows = [...panel, ...sizes, ...worker, ...calls, ...invites, ...stored, ...long, ...drained].sort(
  (one, other) => Number(one.goal.slice(1)) - Number(other.goal.slice(1)),
);
report(rows, { browser, loadBefore, loadAfter: loadavg()[0] ?? 0, violations }, process.argv.includes('--json'));
