import { until } from '../../browser/until.ts';
import { commitsLate } from '../../salesloft/scenarios/lost-answers.ts';
import type { Scenario } from '../../salesloft/scenarios/scenario.ts';
import { forCall } from '../aim.ts';
import { askUntilAnswered } from '../ask.ts';
import { makeCall, newText } from '../calls.ts';
import { readEntry, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage } from '../stage.ts';

const LATE_MS = [60_000, 30_000, 5_000];
/** Two lanes, each held for the 20 s that a request may take. */
const GIVEN_UP_WITHIN_MS = 90_000;

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
        bend: (request, next, around) => late.bend(request, async (given) => next(given).finally(() => void (committed += 1)), around),
      });
      const callWith = async (afterMs: number, isAdHoc: boolean): Promise<{ callId: string; fault: Scenario }> => {
        const text = newText();
        const fault = salesloft.bend(forCall(counted(commitsLate({ afterMs, times: 1 })), text));
        const { callId } = await makeCall(stage, { text, isAdHoc });
        return { callId, fault };
      };
      const calls = [];
      for (let round = 0; round < rounds; round += 1) {
        // The impatient rep's first: it must still be settling when the button is pressed.
        calls.push(await callWith(30_000, true));
        for (const isAdHoc of [true, false]) for (const afterMs of LATE_MS) calls.push(await callWith(afterMs, isAdHoc));
      }
      const impatient = calls[0]?.callId ?? '';
      await until('the first has timed out', async () => (await readEntry(rep.panel, impatient))?.state === 'pending' && (await readEntry(rep.panel, impatient))?.attempts === 1, GIVEN_UP_WITHIN_MS);
      const { entryId } = (await readEntry(rep.panel, impatient)) ?? { entryId: '' };
      await askUntilAnswered(rep.panel, 'outbox.retry', { entryId });
      await waitUntilSettled(rep.panel, 400_000);
      await until('every late commit is made', () => committed === calls.length, 120_000);
      return ledger.compare(salesloft, { runs: calls.length, bites: calls.filter(({ fault }) => fault.bites > 0).length, note: 'a rep pressed "Retry now" while one was settling' });
    }),
};
