import { isSlow } from '../../salesloft/scenarios/slow-answers.ts';
import { wait } from '../../salesloft/scenarios/scenario.ts';
import { makeCall } from '../calls.ts';
import { makeWorkerKiller } from '../kill-worker.ts';
import { readEntry, retryAllNow, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage } from '../stage.ts';

/** A log takes this long or so; the worker is killed anywhere in it. */
const SENDING_MS = 80;
const ANSWER_MS = 40;
const RESUMED_WITHIN_MS = 60_000;

/** The worker dies at any await of a delivery. The first time nobody touches anything after it: it must come back by itself. */
export const f01WorkerDiesSending: FaultRow = {
  id: 'F1',
  title: 'worker dies while sending',
  where: 'Chromium',
  rounds: 200,
  shortRounds: 15,
  run: ({ chance, rounds, isShort }) =>
    onStage({ people: rounds * 2 + 20 }, async (stage) => {
      const { salesloft, ledger, rep } = stage;
      salesloft.bend(isSlow({ on: 'POST /v2/activities/calls', ms: ANSWER_MS }));
      const killer = await makeWorkerKiller(rep.loftline);
      let bites = 0;
      let tooLate = 0;
      let aloneMs = 0;
      while (bites < rounds && tooLate < rounds + 10) {
        const { callId } = await makeCall(stage);
        await wait(chance.below(SENDING_MS));
        const isKilled = await killer.kill();
        const entry = await readEntry(rep.panel, callId);
        if (!isKilled || entry?.state === 'delivered') {
          tooLate += 1;
          continue;
        }
        bites += 1;
        if (isShort || bites > 1) continue;
        const killedAt = Date.now();
        await waitUntilSettled(rep.panel, RESUMED_WITHIN_MS);
        aloneMs = Date.now() - killedAt;
      }
      await retryAllNow(rep.panel);
      const dead = await waitUntilSettled(rep.panel, RESUMED_WITHIN_MS * 3);
      if (dead.length > 0) throw new Error(`The rep is asked about ${dead.length} logs that are nobody's fault.`);
      return ledger.compare(salesloft, {
        runs: rounds,
        bites,
        note: `${isShort ? '' : `left alone after the first kill, it was in after ${Math.round(aloneMs / 1_000)} s; `}${tooLate} kills came too late and were made again`,
      });
    }),
};
