import { wait } from '../../salesloft/scenarios/scenario.ts';
import { makeCall } from '../calls.ts';
import { makeWorkerKiller } from '../kill-worker.ts';
import { retryAllNow, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage } from '../stage.ts';

/** The click, the message, the write and the answer take this long or so. */
const SAVING_MS = 12;

/** The worker dies between the click on "Log and next" and its answer; the panel hears nothing, and the rep presses again. */
export const f02WorkerDiesSaving: FaultRow = {
  id: 'F2',
  title: 'worker dies between submit and commit',
  where: 'Chromium',
  rounds: 200,
  shortRounds: 10,
  run: ({ chance, rounds }) =>
    onStage({ people: rounds * 6 + 60 }, async (stage) => {
      const killer = await makeWorkerKiller(stage.rep.loftline);
      let bites = 0;
      let tooLate = 0;
      while (bites < rounds && tooLate < rounds * 5 + 50) {
        const { answersLost } = await makeCall(stage, {
          around: async (submit) => {
            const submitting = submit();
            await wait(chance.below(SAVING_MS));
            await killer.kill();
            return submitting;
          },
        });
        if (answersLost > 0) bites += 1;
        else tooLate += 1;
      }
      await retryAllNow(stage.rep.panel);
      await waitUntilSettled(stage.rep.panel);
      return stage.ledger.compare(stage.salesloft, {
        runs: rounds,
        bites,
        note: `${tooLate} answers were there before the kill, and the call was made again`,
      });
    }),
};
