import { until } from '../../support/browser/until.ts';
import { isCaptivePortal } from '../../salesloft/scenarios/outages.ts';
import { postsOf } from '../aim.ts';
import { makeCall } from '../calls.ts';
import { readEntries, retryAllNow, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage } from '../stage.ts';

/** A hotel's sign-in page answers for Salesloft: 200, and HTML. */
export const f10CaptivePortal: FaultRow = {
  id: 'F10',
  title: 'captive portal: 200 with a page',
  where: 'Chromium',
  rounds: 20,
  shortRounds: 3,
  run: ({ rounds }) =>
    onStage({ people: rounds }, async (stage) => {
      const { salesloft, ledger, rep } = stage;
      salesloft.bend(isCaptivePortal());
      const texts: string[] = [];
      for (let round = 0; round < rounds; round += 1) texts.push((await makeCall(stage)).text);
      await until('each log has met the portal', () => texts.every((text) => postsOf(salesloft, text) > 0), 60_000);
      const believed = (await readEntries(rep.panel)).filter(({ state }) => state === 'delivered').length;
      if (believed > 0) throw new Error(`${believed} logs believed the portal.`);
      salesloft.unbend();
      await retryAllNow(rep.panel);
      await waitUntilSettled(rep.panel);
      return ledger.compare(salesloft, { runs: rounds, bites: texts.length, note: `${believed} false receipts` });
    }),
};
