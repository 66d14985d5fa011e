import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitForWords } from '../../support/browser/act.ts';
import { connect, readList } from '../../support/browser/rep.ts';
import { makeCall } from '../calls.ts';
import { readEntries, retryAllNow, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage, type Stage } from '../stage.ts';

/** The database will not open when the browser starts: calls go on, and what was logged is saved once it opens again. */
export const f15BackingStore: FaultRow = {
  id: 'F15',
  title: 'backing store will not open',
  where: 'Chromium',
  rounds: 2,
  shortRounds: 0,
  run: ({ rounds }) =>
    onStage({ people: 2 * rounds, keepsProfile: true }, async (stage) => {
      let bites = 0;
      for (let round = 0; round < rounds; round += 1) {
        await makeCall(stage);
        await waitUntilSettled(stage.rep.panel);
        const store = { folder: '' };
        await stage.crashBrowser((profileDir) => {
          store.folder = join(
            profileDir,
            'Default',
            'IndexedDB',
            `chrome-extension_${stage.rep.loftline.extensionId}_0.indexeddb.leveldb`,
          );
          renameSync(store.folder, `${store.folder}.away`);
          writeFileSync(store.folder, 'no folder');
        });
        if (await isShut(stage)) bites += 1;
        await signInAgain(stage);
        await makeCall(stage);
        await waitForWords(stage.rep.panel, 'Not saved to disk');
        rmSync(store.folder);
        renameSync(`${store.folder}.away`, store.folder);
        await stage.rep.panel.waitForFunction(() => !document.body.innerText.includes('Not saved to disk'), {
          timeout: 30_000,
        });
        await retryAllNow(stage.rep.panel);
        await waitUntilSettled(stage.rep.panel);
      }
      return stage.ledger.compare(stage.salesloft, { runs: rounds, bites });
    }),
};

async function isShut({ rep }: Stage): Promise<boolean> {
  return readEntries(rep.panel).then(
    () => false,
    () => true,
  );
}

/** The key of the kept sign-in lies in the database too. */
async function signInAgain({ rep }: Stage): Promise<void> {
  await connect(rep);
  await readList(rep.panel);
}
