import { until } from '../../support/browser/until.ts';
import { makeCall } from '../calls.ts';
import { readEntries, waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage, type Stage } from '../stage.ts';

/**
 * The database of a later version, as after a roll-back; and one of the first version, held open by a page that does not
 * give way, so that the upgrade is blocked. All by a page of the extension: two packed builds are not needed for it.
 */
export const f16SchemaOfAnotherVersion: FaultRow = {
  id: 'F16',
  title: 'database of a later version; upgrade blocked',
  where: 'Chromium',
  rounds: 2,
  shortRounds: 0,
  run: ({ rounds }) =>
    onStage({ people: 4 * rounds }, async (stage) => {
      let bites = 0;
      for (let round = 0; round < rounds; round += 1) {
        await makeCall(stage);
        await waitUntilSettled(stage.rep.panel);
        const rows = (await readEntries(stage.rep.panel)).length;
        if ((await makeLater(stage)) > 2) bites += 1;
        await makeCall(stage);
        await waitUntilThere(stage, rows + 1);

        await makeFirstVersionAndHoldIt(stage);
        const calling = makeCall(stage);
        if (await isWaitingFor(stage)) bites += 1;
        await letGo(stage);
        await calling;
        await waitUntilThere(stage, rows + 2);
      }
      return stage.ledger.compare(stage.salesloft, { runs: 2 * rounds, bites, note: 'every row was there after each' });
    }),
};

/**
 * While the upgrade is blocked a log is in memory only, and comes to the disk after that: the disk is not settled before
 * it has as many rows as logs were made.
 */
async function waitUntilThere({ rep: { panel } }: Stage, rows: number): Promise<void> {
  await until(`${rows} rows are there`, async () => (await readEntries(panel)).length === rows);
  const refused = await waitUntilSettled(panel);
  if (refused.length > 0) throw new Error(`Logs need the rep: ${JSON.stringify(refused)}`);
}

/** What the next version might do: one more store. */
function makeLater({ rep }: Stage): Promise<number> {
  return rep.panel.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('loftline', 9);
        opening.onupgradeneeded = () => void opening.result.createObjectStore('of a later version');
        opening.onerror = () => reject(new Error(String(opening.error)));
        opening.onsuccess = () => {
          const { version } = opening.result;
          opening.result.close();
          resolve(version);
        };
      }),
  );
}

/** The same rows in a database of version 1, with the stores and indexes it had, and a connection that stays open. */
function makeFirstVersionAndHoldIt({ rep }: Stage): Promise<void> {
  return rep.panel.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const later = await done(indexedDB.open('loftline'));
    const STORES = ['calls', 'outbox', 'meta'];
    const reading = later.transaction(STORES);
    const copied = await Promise.all(
      STORES.map(async (name) => {
        const store = reading.objectStore(name);
        const indexes = [...store.indexNames]
          .map((index) => store.index(index))
          .filter(({ name: index }) => index !== 'byState' && index !== 'deliveredAt');
        const described = indexes.map(({ name: index, keyPath, unique }) => ({ index, keyPath, unique }));
        const [keys, values] = await Promise.all([
          done(store.getAllKeys()),
          done(store.getAll() as IDBRequest<unknown[]>),
        ]);
        return { name, described, keys, values };
      }),
    );
    later.close();
    // Both are asked for in one breath: a worker that wakes in between would make its own version first.
    indexedDB.deleteDatabase('loftline');
    const opening = indexedDB.open('loftline', 1);
    opening.onupgradeneeded = () => {
      for (const { name, described, keys, values } of copied) {
        const store = opening.result.createObjectStore(name);
        for (const { index, keyPath, unique } of described) store.createIndex(index, keyPath, { unique });
        values.forEach((value, place) => store.put(value, keys[place]));
      }
    };
    // Watched from its first moment: the worker may want its own version before anybody asks whether it does.
    const held = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => {
        const wanted = new Promise<true>((wants) => {
          opening.result.onversionchange = () => wants(true);
        });
        Object.assign(globalThis, { held: opening.result, wanted });
        resolve(opening.result);
      };
      opening.onerror = () => reject(new Error(String(opening.error)));
    });
    if (held.version !== 1) throw new Error(`The database is of version ${held.version}.`);
  });
}

/** Chrome tells every holder that somebody wants a newer version. */
function isWaitingFor({ rep }: Stage): Promise<boolean> {
  return rep.panel.evaluate(() => {
    const { wanted } = globalThis as unknown as { wanted: Promise<true> };
    const waited = new Promise<false>((resolve) => setTimeout(() => resolve(false), 10_000));
    return Promise.race([wanted, waited]);
  });
}

function letGo({ rep }: Stage): Promise<void> {
  return rep.panel.evaluate(() => (globalThis as unknown as { held: IDBDatabase }).held.close());
}
