import { wait } from '../../salesloft/scenarios/scenario.ts';
import { makeCall } from '../calls.ts';
import { makeWorkerKiller } from '../kill-worker.ts';
import { retryAllNow, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage } from '../stage.ts';

const MOST_MS_BETWEEN = 700;

/** Calls one after the other, while the worker is killed at moments that have nothing to do with them. */
export const d1KilledAtRandom: FaultRow = {
  id: 'D1',
  title: '100 calls, worker killed at random moments',
  where: 'Chromium',
  rounds: 100,
  shortRounds: 0,
  run: ({ chance, rounds }) =>
    onStage({ people: rounds }, async (stage) => {
      const killer = await makeWorkerKiller(stage.rep.loftline);
      let kills = 0;
      const work = { isDone: false };
      const killing = (async () => {
        while (!work.isDone) {
          await wait(chance.below(MOST_MS_BETWEEN));
          if (await killer.kill()) kills += 1;
        }
      })();
      try {
        for (let made = 0; made < rounds; made += 1) await makeCall(stage, { isAdHoc: chance.below(10) === 0 });
      } finally {
        work.isDone = true;
        await killing;
      }
      await retryAllNow(stage.rep.panel);
      await waitUntilSettled(stage.rep.panel, 240_000);
      return stage.ledger.compare(stage.salesloft, {
        runs: kills,
        bites: kills,
        note: `${kills} kills; every tenth call or so without action or task`,
      });
    }),
};
