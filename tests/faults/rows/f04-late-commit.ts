import { until } from '../../support/browser/until.ts';
import { commitsLate } from '../../salesloft/scenarios/lost-answers.ts';
import type { Scenario } from '../../salesloft/scenarios/scenario.ts';
import { forCall } from '../aim.ts';
import { makeCall, newText } from '../calls.ts';
import { readEntry, retryAllNow, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage } from '../stage.ts';

const LATE_MS = [60_000, 30_000, 5_000];
/** A request may take 20 s. */
const GIVEN_UP_WITHIN_MS = 40_000;

/** Salesloft logs the call after the client has given up; once the rep has pressed "Retry now" meanwhile. */
export const f04LateCommit: FaultRow = {
  id: 'F4',
  title: 'logged 5, 30, 60 s after the time-out',
  where: 'Chromium',
  rounds: 1,
  shortRounds: 0,
  mostlyWaits: true,
  run: ({ rounds }) =>
    onStage({ people: 8 * rounds }, async (stage) => {
      const { salesloft, ledger, rep } = stage;
      let committed = 0;
      const counted = (late: Scenario): Scenario => ({
        ...late,
        bend: (request, next, around) =>
          late.bend(request, async (given) => next(given).finally(() => void (committed += 1)), around),
      });
      const callWith = async (afterMs: number, isAdHoc: boolean): Promise<{ callId: string; fault: Scenario }> => {
        const text = newText();
        const fault = salesloft.bend(forCall(counted(commitsLate({ afterMs, times: 1 })), text));
        const { callId } = await makeCall(stage, { text, isAdHoc });
        return { callId, fault };
      };
      const calls = [];
      for (let round = 0; round < rounds; round += 1) {
        // Alone on the line, so that the look the rep asks for comes at once.
        const impatient = await callWith(30_000, true);
        calls.push(impatient);
        await until(
          'it has timed out',
          async () =>
            (await readEntry(rep.panel, impatient.callId))?.attempts === 1 &&
            (await readEntry(rep.panel, impatient.callId))?.state === 'pending',
          GIVEN_UP_WITHIN_MS,
        );
        await retryAllNow(rep.panel);
        for (const isAdHoc of [true, false])
          for (const afterMs of LATE_MS) calls.push(await callWith(afterMs, isAdHoc));
      }
      await waitUntilSettled(rep.panel, 400_000);
      await until('every late commit is made', () => committed === calls.length, 120_000);
      return ledger.compare(salesloft, {
        runs: calls.length,
        bites: calls.filter(({ fault }) => fault.bites > 0).length,
        note: 'a rep pressed "Retry now" while one was settling',
      });
    }),
};
