import { makeCall } from '../calls.ts';
import { readEntries, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage } from '../stage.ts';

/** Chrome closes the database under the running worker, and takes its rows with it; what comes after must go on as ever. */
export const f14DatabaseClosed: FaultRow = {
  id: 'F14',
  title: 'database closed and cleared by Chrome',
  where: 'Chromium',
  rounds: 10,
  shortRounds: 1,
  run: ({ rounds }) =>
    onStage({ people: rounds * 2 }, async (stage) => {
      const { panel, loftline } = stage.rep;
      const devtools = await panel.createCDPSession();
      const origin = loftline.url('').replace(/\/$/, '');
      let bites = 0;
      for (let round = 0; round < rounds; round += 1) {
        await makeCall(stage);
        await waitUntilSettled(panel);
        const rows = (await readEntries(panel)).length;
        await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
        const { text } = await makeCall(stage);
        await waitUntilSettled(panel);
        // Only the call made since is there: the database really was another one.
        const after = await readEntries(panel);
        if (rows > 0 && after.length === 1 && text !== '') bites += 1;
      }
      return stage.ledger.compare(stage.salesloft, {
        runs: rounds,
        bites,
        note: 'rows that Chrome cleared are gone; they were delivered before',
      });
    }),
};
