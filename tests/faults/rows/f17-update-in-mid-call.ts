import { byRole, click } from '../../support/browser/act.ts';
import { pack, type Packed } from '../../support/browser/packed.ts';
import { readList, waitForCallState } from '../../support/browser/rep.ts';
import { until } from '../../support/browser/until.ts';
import { isRateLimited } from '../../salesloft/scenarios/rate-limits.ts';
import { forCall } from '../aim.ts';
import { enter, placeCall, type OpenCall } from '../calls.ts';
import { postsOf } from '../aim.ts';
import { readEntry, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage, type Stage } from '../stage.ts';

/** Chrome looks whether it may install what it has found every few seconds at most. */
const LOOKS_MS = 6_000;
/** The phone page closes after two quiet minutes, and only then Chrome may install. */
const PAUSE_SECONDS = 270;
const FIRST = '1.0.0';

/**
 * Chrome finds an update in mid-call, with the panel closed and the worker stopped: the call goes on, wrap-up and log too,
 * and the new version, once Chrome takes it, sends what waited without the panel being opened.
 */
export const f17UpdateInMidCall: FaultRow = {
  id: 'F17',
  title: 'update found in mid-call',
  where: 'Chromium',
  rounds: 1,
  shortRounds: 0,
  mostlyWaits: true,
  run: async ({ rounds }) => {
    const versions = Array.from({ length: rounds }, (_none, round) => `1.0.${round + 1}`);
    const packed = await pack([FIRST, ...versions]);
    try {
      return await onStage(
        { people: rounds, launch: { packed }, settings: { 'privacy.keepSignedIn': true } },
        async (stage) => {
          let secondsLost = 0;
          for (const version of versions) secondsLost += await updateInMidCall(stage, packed, version);
          return stage.ledger.compare(stage.salesloft, {
            runs: rounds,
            bites: rounds,
            note: `${secondsLost} s of calls lost`,
          });
        },
      );
    } finally {
      packed.remove();
    }
  },
};

/** Seconds by which the call in Salesloft is shorter than it was. */
async function updateInMidCall(stage: Stage, packed: Packed, version: string): Promise<number> {
  const { loftline } = stage.rep;
  await readList(stage.rep.panel);
  const call = await placeCall(stage, { callee: 'answers' });
  await waitForCallState(stage.rep.panel, 'Connected');
  const connectedAt = Date.now();
  const before = await runningVersion(stage);
  packed.offer(version);
  const found = await stage.rep.panel.evaluate(() => chrome.runtime.requestUpdateCheck());
  if (found.status !== 'update_available') throw new Error(`Chrome found no update: ${found.status}`);

  await stage.rep.panel.close();
  await loftline.killWorker();
  const closedAt = Date.now();
  await until('Chrome has had time to install it', () => Date.now() > closedAt + LOOKS_MS);
  const panel = await openPanel(stage);
  if ((await runningVersion(stage)) !== before) throw new Error('The update came in mid-call.');
  await click(panel, 'button', 'Hang up');
  const lastedSeconds = Math.floor((Date.now() - connectedAt) / 1_000);
  await logWhileRefused(stage, call);

  await panel.close();
  await loftline.killWorker();
  await until('the new version runs', async () => (await versionWhenLookedAt(stage)) === version, 240_000);
  if (postsOf(stage.salesloft, call.text) > 1)
    throw new Error('The log left before the update: nothing waited through it.');
  await until('the log has left by itself', () => postsOf(stage.salesloft, call.text) > 1, 240_000);
  await waitUntilSettled((await openPanel(stage), stage.rep.panel));
  return Math.max(0, lastedSeconds - 1 - durationOf(stage, call));
}

/** The team's budget is spent when it is logged, so it waits, longer than the update takes to come. */
async function logWhileRefused(stage: Stage, call: OpenCall): Promise<void> {
  const refusal = stage.salesloft.bend(
    forCall(isRateLimited({ on: 'POST /v2/activities/calls', times: 1, retryAfterSeconds: PAUSE_SECONDS }), call.text),
  );
  const { panel } = stage.rep;
  await click(panel, 'radio', call.disposition);
  await (await byRole(panel, 'textbox', 'Notes')).type(call.text);
  await click(panel, 'button', 'Log call');
  await until('the log is saved', async () => (await readEntry(panel, call.callId)) !== undefined);
  enter(stage, call);
  await until('the log was refused', () => refusal.bites > 0);
}

async function openPanel(stage: Stage) {
  const panel = await stage.rep.loftline.openPanel();
  stage.rep = { ...stage.rep, panel };
  return panel;
}

function runningVersion({ rep }: Stage): Promise<string> {
  return rep.panel.evaluate(() => chrome.runtime.getManifest().version);
}

/** Looking keeps Chrome from installing it, so it is looked at for a moment only. */
async function versionWhenLookedAt(stage: Stage): Promise<string> {
  const { loftline } = stage.rep;
  const lookedAt = Date.now();
  await until('Chrome has had time to install it', () => Date.now() > lookedAt + LOOKS_MS);
  const page = await loftline.openPage('microphone.html');
  const version = await page.evaluate(() => chrome.runtime.getManifest().version);
  await page.close();
  await loftline.killWorker();
  return version;
}

function durationOf({ salesloft, ledger }: Stage, { text }: OpenCall): number {
  const made = ledger.made.find((one) => one.text === text);
  const note = [...salesloft.world.notes.values()].find(({ content }) => content.startsWith(text));
  const logged = [...salesloft.world.calls.values()].find((one) => one.note?.id === note?.id);
  if (!made || !logged) throw new Error('The call is not in Salesloft.');
  return logged.duration ?? 0;
}
