import { until } from '../../support/browser/until.ts';
import { losesAnswerAfterCommit, losesRequestBeforeCommit, type Loss } from '../../salesloft/scenarios/lost-answers.ts';
import { forCall, postsOf } from '../aim.ts';
import { makeCall, newText } from '../calls.ts';
import { retryAllNow, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage } from '../stage.ts';

const LOSSES: readonly Loss[] = ['cut', 'html 500', 'truncated', 'silence'];

/** One at a time: each holds the line for as long as the request may take. */
const SILENT_MS = 25_000;
const MOST_POSTS = 2;

/** The request never arrives, or its answer never does, in each way; with an action or task, and without. */
export const f03LostAnswers: FaultRow = {
  id: 'F3',
  title: 'request or answer lost, in each way',
  where: 'Chromium',
  rounds: 2,
  shortRounds: 1,
  mostlyWaits: true,
  run: ({ rounds, isShort }) =>
    // A kept-alive connection that is cut makes Chromium itself send again; that hole of calls without a guard has its words in docs/delivery.md.
    // After some 5xx Chrome itself holds an extension's requests back for a while; here each of them is to reach Salesloft.
    onStage(
      {
        people: 16 * rounds,
        salesloft: { keepsConnections: false },
        launch: { flags: ['--disable-extensions-http-throttling'] },
      },
      async (stage) => {
        const { salesloft, ledger, rep } = stage;
        const faults = (isShort ? LOSSES.filter((by) => by !== 'silence') : LOSSES).flatMap((by) => [
          () => losesAnswerAfterCommit({ by, silenceMs: SILENT_MS, times: 1 }),
          () => losesRequestBeforeCommit({ by, silenceMs: SILENT_MS, times: 1 }),
        ]);
        let bites = 0;
        const texts: string[] = [];
        for (const isAdHoc of isShort ? [false] : [true, false]) {
          for (const make of Array.from({ length: rounds }, () => faults).flat()) {
            const text = newText();
            const fault = salesloft.bend(forCall(make(), text));
            await makeCall(stage, { text, isAdHoc });
            texts.push(text);
            await until('the fault has bitten', () => fault.bites > 0, 60_000 + SILENT_MS);
            bites += fault.bites;
          }
        }
        // Where the row is not about the wait itself.
        if (isShort) await retryAllNow(rep.panel);
        const dead = await waitUntilSettled(rep.panel, 240_000);
        if (dead.length > 0)
          throw new Error(`The rep is asked about ${dead.length} logs, the first for ${dead[0]?.reason?.code}.`);
        const most = Math.max(...texts.map((text) => postsOf(salesloft, text)));
        if (most > MOST_POSTS) throw new Error(`One log was sent ${most} times.`);
        return ledger.compare(salesloft, { runs: texts.length, bites, note: `at most ${most} posts for a log` });
      },
    ),
};
