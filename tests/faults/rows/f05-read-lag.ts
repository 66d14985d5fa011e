import { until } from '../../support/browser/until.ts';
import { losesAnswerAfterCommit } from '../../salesloft/scenarios/lost-answers.ts';
import { listsCallsLate } from '../../salesloft/scenarios/odd-lists.ts';
import { forCall } from '../aim.ts';
import { makeCall, newText } from '../calls.ts';
import { retryAllNow, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage } from '../stage.ts';

const LAG_MS = 60_000;

/** The answer is lost, and Salesloft's list shows the call only a minute later. */
export const f05ReadLag: FaultRow = {
  id: 'F5',
  title: 'lost answer, and calls listed 60 s late',
  where: 'Chromium',
  rounds: 4,
  shortRounds: 0,
  mostlyWaits: true,
  run: ({ rounds }) =>
    onStage({ people: 2 * rounds }, async (stage) => {
      const { salesloft, ledger, rep } = stage;
      const lag = salesloft.bend(listsCallsLate({ ms: LAG_MS }));
      let bites = 0;
      for (const isAdHoc of [true, false]) {
        for (let round = 0; round < rounds; round += 1) {
          const text = newText();
          const fault = salesloft.bend(forCall(losesAnswerAfterCommit({ by: 'truncated', times: 1 }), text));
          await makeCall(stage, { text, isAdHoc });
          await until('the answer is lost', () => fault.bites > 0);
          bites += 1;
        }
      }
      const lastAt = Date.now();
      // With an action Loftline reads soon, sees it used and no call yet, and asks the rep; that is one press, never a second call.
      const asked = (await waitUntilSettled(rep.panel, 240_000)).length;
      await until('the list is no longer behind', () => Date.now() > lastAt + LAG_MS, LAG_MS * 2);
      await retryAllNow(rep.panel);
      await waitUntilSettled(rep.panel, 60_000);
      if (lag.bites === 0) throw new Error('The list never was behind.');
      return ledger.compare(salesloft, {
        runs: 2 * rounds,
        bites,
        note: `the list was behind in ${lag.bites} readings; the rep was asked about ${asked}`,
      });
    }),
};
