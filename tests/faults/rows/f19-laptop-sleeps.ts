import { spawnSync } from 'node:child_process';
import { waitForCallState } from '../../support/browser/rep.ts';
import { until } from '../../support/browser/until.ts';
import { firstLine } from '../ledger.ts';
import { fails } from '../../salesloft/scenarios/outages.ts';
import { forCall } from '../aim.ts';
import { endCall, logCall, makeCall, newText, placeCall } from '../calls.ts';
import { waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage, type Stage } from '../stage.ts';

const SLEEP_MS = 60_000;
const WRONG_BY_SECONDS = 2;

/** The whole browser is stopped for a minute, in mid-call and with a log waiting, and goes on. */
export const f19LaptopSleeps: FaultRow = {
  id: 'F19',
  title: 'browser stopped for 60 s, then goes on',
  where: 'Chromium',
  rounds: 1,
  shortRounds: 0,
  mostlyWaits: true,
  run: ({ rounds }) =>
    onStage({ people: 2 * rounds }, async (stage) => {
      const { salesloft, ledger } = stage;
      let worst = 0;
      for (let round = 0; round < rounds; round += 1) {
        const text = newText();
        const lost = salesloft.bend(forCall(fails({ on: 'POST /v2/activities/calls', times: 1 }), text));
        await makeCall(stage, { text });
        await until('a log waits', () => lost.bites > 0);
        const call = await placeCall(stage);
        await waitForCallState(stage.rep.panel, 'Connected');
        const connectedAt = Date.now();
        await sleep(stage);
        await endCall(stage, call);
        const lastedSeconds = (Date.now() - connectedAt) / 1_000;
        await logCall(stage, call);
        await waitUntilSettled(stage.rep.panel, 120_000);
        const logged = [...salesloft.world.calls.values()].find((one) => firstLine(salesloft.world, one) === call.text);
        worst = Math.max(worst, Math.abs((logged?.duration ?? Infinity) - lastedSeconds));
      }
      if (worst > WRONG_BY_SECONDS) throw new Error(`The length of the call was wrong by ${worst} s.`);
      return ledger.compare(salesloft, {
        runs: rounds,
        bites: rounds,
        note: `the call went on; its length wrong by ${worst.toFixed(1)} s`,
      });
    }),
};

async function sleep({ rep }: Stage): Promise<void> {
  const pid = rep.loftline.browser.process()?.pid;
  if (pid === undefined) throw new Error('This browser has no process of its own.');
  const all = [pid, ...childrenOf(pid)];
  for (const one of all) process.kill(one, 'SIGSTOP');
  const stoppedAt = Date.now();
  await until('the minute is over', () => Date.now() > stoppedAt + SLEEP_MS, SLEEP_MS * 2);
  for (const one of all) process.kill(one, 'SIGCONT');
}

/** Every process below this one, as `ps` tells. */
function childrenOf(pid: number): readonly number[] {
  const lines = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).stdout.trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    pairs.filter(([, of]) => of === parent).flatMap(([child = 0]) => [child, ...below(child)]);
  return below(pid);
}
