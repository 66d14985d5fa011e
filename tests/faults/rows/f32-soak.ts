import type { Page } from 'puppeteer';
import { losesAnswerAfterCommit, losesRequestBeforeCommit } from '../../salesloft/scenarios/lost-answers.ts';
import { fails, isCaptivePortal, isOffline } from '../../salesloft/scenarios/outages.ts';
import { wait, type Scenario } from '../../salesloft/scenarios/scenario.ts';
import { isSlow } from '../../salesloft/scenarios/slow-answers.ts';
import { makeCall } from '../calls.ts';
import { makeWorkerKiller } from '../kill-worker.ts';
import { retryAllNow, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage, type Stage } from '../stage.ts';

const CALLS_PER_ROUND = 10;
const GROWTH_LIMIT_MB = 5;
const PATIENCE_MS = 40_000;
const POST = 'POST /v2/activities/calls';

/** One fault for the next log, whichever it is; true once it has bitten. */
type Fault = (stage: Stage, kill: () => Promise<boolean>, afterMs: number) => Promise<boolean>;

const FAULTS: readonly Fault[] = [
  async (stage, kill, afterMs) => {
    await makeCall(stage);
    await wait(afterMs);
    return kill();
  },
  bent(() => losesAnswerAfterCommit({ by: 'cut', times: 1 })),
  bent(() => losesAnswerAfterCommit({ by: 'truncated', times: 1 })),
  bent(() => losesAnswerAfterCommit({ by: 'html 500', times: 1 })),
  bent(() => losesRequestBeforeCommit({ times: 1 })),
  bent(() => fails({ on: POST, times: 1 })),
  bent(() => isCaptivePortal({ on: POST, times: 1 })),
  bent(() => isOffline({ times: 2 })),
  bent(() => isSlow({ on: POST, ms: 3_000, times: 1 })),
];

/** Days of work in minutes: every tenth call meets a random fault. */
export const f32Soak: FaultRow = {
  id: 'F32',
  title: '500 calls, each tenth with a random fault',
  where: 'Chromium',
  rounds: 50,
  shortRounds: 0,
  run: ({ chance, rounds }) =>
    onStage({ people: rounds * CALLS_PER_ROUND }, async (stage) => {
      const { rep, ledger, salesloft } = stage;
      const killer = await makeWorkerKiller(rep.loftline);
      let bites = 0;
      let heapBefore = 0;
      for (let round = 0; round < rounds; round += 1) {
        if (round === Math.min(5, rounds - 1)) heapBefore = await heapOf(rep.panel);
        for (let made = 1; made < CALLS_PER_ROUND; made += 1) await makeCall(stage);
        if (await chance.pick(FAULTS)(stage, killer.kill, chance.below(100))) bites += 1;
      }
      await retryAllNow(rep.panel);
      await waitUntilSettled(rep.panel, 300_000);
      const growth = ((await heapOf(rep.panel)) - heapBefore) / 1_048_576;
      if (growth > GROWTH_LIMIT_MB) throw new Error(`The panel's memory grew by ${growth.toFixed(1)} MB.`);
      return ledger.compare(salesloft, {
        runs: rounds,
        bites,
        note: `the panel's memory grew by ${growth.toFixed(1)} MB`,
      });
    }),
};

function bent(make: () => Scenario): Fault {
  return async (stage) => {
    const { salesloft } = stage;
    const fault = salesloft.bend(make());
    await makeCall(stage);
    const deadline = Date.now() + PATIENCE_MS;
    while (fault.bites === 0 && Date.now() < deadline) await wait(20);
    salesloft.unbend(fault);
    return fault.bites > 0;
  };
}

/** After a collection, so that only what is held counts. */
async function heapOf(page: Page): Promise<number> {
  const devtools = await page.createCDPSession();
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize;
}
