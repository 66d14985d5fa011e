import { until } from '../../support/browser/until.ts';
import { fails } from '../../salesloft/scenarios/outages.ts';
import { forCall } from '../aim.ts';
import { ask } from '../ask.ts';
import { makeCall, newText } from '../calls.ts';
import { makeWorkerKiller } from '../kill-worker.ts';
import { readEntry, retryAllNow, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage } from '../stage.ts';

const SOON_MS = 1_500;

/** Every alarm is gone while logs wait; the next time anything wakes the worker, what is due goes at once. */
export const f18AlarmsVanish: FaultRow = {
  id: 'F18',
  title: 'alarms vanish while logs wait',
  where: 'Chromium',
  rounds: 3,
  shortRounds: 1,
  mostlyWaits: true,
  run: ({ rounds, isShort }) =>
    onStage({ people: rounds }, async (stage) => {
      const { salesloft, rep, ledger } = stage;
      const killer = await makeWorkerKiller(rep.loftline);
      let bites = 0;
      let slowest = 0;
      for (let round = 0; round < rounds; round += 1) {
        const text = newText();
        const fault = salesloft.bend(forCall(fails({ on: 'POST /v2/activities/calls', times: 1 }), text));
        const { callId } = await makeCall(stage, { text });
        await until(
          'the log waits',
          async () => fault.bites > 0 && (await readEntry(rep.panel, callId))?.state === 'pending',
        );
        await killer.kill();
        await rep.panel.evaluate(() => chrome.alarms.clearAll());
        const { nextTryAt } = (await readEntry(rep.panel, callId)) ?? { nextTryAt: 0 };
        await until('the log is overdue', () => Date.now() > nextTryAt);
        if ((await rep.panel.evaluate(async () => (await chrome.alarms.getAll()).length)) === 0) bites += 1;
        const requests = salesloft.requests.length;
        const wokenAt = Date.now();
        await ask(rep.panel, 'queue.read', { why: 'opened' });
        await until('Salesloft is asked about the log', () =>
          salesloft.requests
            .slice(requests)
            .some(({ path }) => path.startsWith('/v2/actions/') || path.startsWith('/v2/tasks/')),
        );
        slowest = Math.max(slowest, Date.now() - wokenAt);
        if (slowest > SOON_MS) throw new Error(`Woken, it took ${slowest} ms to look at what was due.`);
      }
      // Where the row is not about the wait itself.
      if (isShort) await retryAllNow(rep.panel);
      await waitUntilSettled(rep.panel, 120_000);
      return ledger.compare(salesloft, {
        runs: rounds,
        bites,
        note: `looked at what was due ${slowest} ms after the wake`,
      });
    }),
};
