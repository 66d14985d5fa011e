import { until } from '../../support/browser/until.ts';
import { fails } from '../../salesloft/scenarios/outages.ts';
import { forCall } from '../aim.ts';
import { makeCall, newText } from '../calls.ts';
import { readEntry, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage, type Stage } from '../stage.ts';

const HOUR_MS = 3_600_000;
const JUMPS_MS = [-HOUR_MS, 24 * HOUR_MS];
/** The backoff, and a minute on top. */
const WAIT_MS = 38_000 + 60_000;

/** The worker's clock goes back an hour or forward a day while a log waits; zones and DST are pure rules, tried in tests/unit/domain. */
export const f20ClockJumps: FaultRow = {
  id: 'F20',
  title: 'clock back 1 h, forward 1 day, while a log waits',
  where: 'Chromium',
  rounds: 1,
  shortRounds: 0,
  mostlyWaits: true,
  run: ({ rounds }) =>
    onStage({ people: JUMPS_MS.length * rounds }, async (stage) => {
      const { rep, ledger, salesloft } = stage;
      let bites = 0;
      for (const jumpMs of Array.from({ length: rounds }, () => JUMPS_MS).flat()) {
        const text = newText();
        const outage = salesloft.bend(forCall(fails({ on: 'POST /v2/activities/calls', times: 1 }), text));
        const { callId } = await makeCall(stage, { text });
        await until(
          'the log waits',
          async () => outage.bites > 0 && (await readEntry(rep.panel, callId))?.state === 'pending',
        );
        if (await jump(stage, jumpMs)) bites += 1;
        await waitUntilSettled(rep.panel, WAIT_MS);
        await jump(stage, 0);
      }
      return ledger.compare(salesloft, {
        runs: JUMPS_MS.length * rounds,
        bites,
        note: 'each in within its wait and a minute',
      });
    }),
};

/** True when the worker now reads another time than the machine. */
async function jump({ rep }: Stage, byMs: number): Promise<boolean> {
  const worker = await rep.loftline.worker();
  const there = await worker.evaluate((ms) => {
    const scope = globalThis as unknown as { trueNow?: () => number };
    scope.trueNow ??= Date.now.bind(Date);
    const { trueNow } = scope;
    Date.now = () => trueNow() + ms;
    return Date.now();
  }, byMs);
  return Math.abs(there - Date.now()) > HOUR_MS / 2;
}
