import type { Page } from 'puppeteer';
import { byRole, click } from '../../support/browser/act.ts';
import { readList, waitForCallState } from '../../support/browser/rep.ts';
import { until } from '../../support/browser/until.ts';
import { isSilent } from '../../salesloft/scenarios/slow-answers.ts';
import { wait } from '../../salesloft/scenarios/scenario.ts';
import { forCall } from '../aim.ts';
import { endCall, enter, logCall, placeCall, type OpenCall } from '../calls.ts';
import { readEntry, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage, type Stage } from '../stage.ts';

/** What a rep has typed is on disk this soon. */
const DRAFT_MS = 1_000;

const PHASES = ['in mid-call', 'in wrap-up', 'while submitting', 'while sending'] as const;

/** SIGKILL of the whole browser, then the same profile again: the draft is there, nothing is lost, nothing doubled. */
export const f11BrowserKilled: FaultRow = {
  id: 'F11',
  title: 'browser killed in call, wrap-up, submit, sending',
  where: 'Chromium',
  rounds: 6,
  shortRounds: 1,
  run: ({ chance, rounds, isShort }) =>
    onStage({ people: PHASES.length * rounds, keepsProfile: true }, async (stage) => {
      const phases = isShort ? [chance.pick(PHASES)] : PHASES;
      let drafts = 0;
      for (let round = 0; round < rounds; round += 1) {
        for (const phase of phases) {
          // After a restart Salesloft's list is there a moment later than the panel.
          await readList(stage.rep.panel);
          const call = await placeCall(stage, { callee: 'answers' });
          if (phase === 'in mid-call' || phase === 'in wrap-up') {
            await killWhileTyping(stage, call, phase);
            drafts += 1;
          } else if (phase === 'while submitting') await killWhileSubmitting(stage, call, chance.below(30));
          else await killWhileSending(stage, call);
        }
      }
      await waitUntilSettled(stage.rep.panel, 120_000);
      const runs = rounds * phases.length;
      return stage.ledger.compare(stage.salesloft, {
        runs,
        bites: runs,
        note: `${drafts} drafts were there after the restart, all but their last ${DRAFT_MS / 1_000} s`,
      });
    }),
};

async function killWhileTyping(stage: Stage, call: OpenCall, phase: 'in mid-call' | 'in wrap-up'): Promise<void> {
  const { panel } = stage.rep;
  if (phase === 'in mid-call') await waitForCallState(panel, 'Connected');
  else await endCall(stage, call);
  const notes = await byRole(panel, 'textbox', 'Notes');
  await notes.type(call.text);
  const typedAt = Date.now();
  await until('a second has passed', () => Date.now() > typedAt + DRAFT_MS);
  await notes.type(' and the last words');
  await stage.crashBrowser();
  await takeUp(stage.rep.panel, call.text);
  enter(stage, call);
  await click(stage.rep.panel, 'radio', call.disposition);
  const field = await byRole(stage.rep.panel, 'textbox', 'Notes');
  // The last words may have been saved or not; the identity of the call is its first line.
  await field.evaluate((element, text) => {
    const area = element as HTMLTextAreaElement;
    if (!area.value.startsWith(text)) throw new Error(`The draft is "${area.value}".`);
  }, call.text);
  await field.click({ count: 3 });
  await field.type(call.text);
  await click(stage.rep.panel, 'button', 'Log call');
  await until('the log is saved', async () => (await readEntry(stage.rep.panel, call.callId)) !== undefined);
}

async function killWhileSubmitting(stage: Stage, call: OpenCall, afterMs: number): Promise<void> {
  await endCall(stage, call);
  const submitting = logCall(stage, call).catch(() => undefined);
  await wait(afterMs);
  await stage.crashBrowser();
  await submitting;
  if (await readEntry(stage.rep.panel, call.callId)) {
    if (!stage.ledger.made.some(({ callId }) => callId === call.callId)) enter(stage, call);
    return;
  }
  if (stage.ledger.made.some(({ callId }) => callId === call.callId))
    throw new Error('"Log saved" was said, and the log is gone.');
  await click(stage.rep.panel, 'button', 'Log it');
  await logCall(stage, call);
}

async function killWhileSending(stage: Stage, call: OpenCall): Promise<void> {
  const silence = stage.salesloft.bend(forCall(isSilent({ on: 'POST /v2/activities/calls', times: 1 }), call.text));
  await endCall(stage, call);
  await logCall(stage, call);
  await until('the log is on its way', () => silence.bites > 0);
  await stage.crashBrowser();
}

async function takeUp(panel: Page, draft: string): Promise<void> {
  await panel.waitForFunction(
    (words) => document.querySelector('.unfinished-notes')?.textContent.startsWith(words),
    { timeout: 15_000, polling: 50 },
    draft,
  );
  await click(panel, 'button', 'Log it');
}
