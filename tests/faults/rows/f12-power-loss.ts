import { makeCall } from '../calls.ts';
import { waitUntilSettled } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage } from '../stage.ts';

/** The call, its end, its wrap-up with the entry, the claim, the attempt and the receipt. */
const WRITES = 5;

/**
 * No power can be cut here, and killing Chromium loses nothing that it has acknowledged. What a power cut takes is writes
 * that were not strict, so each write of a call is looked at as Chrome gets it from the unchanged worker.
 */
export const f12PowerLoss: FaultRow = {
  id: 'F12',
  title: 'power loss: every write asks to be on disk',
  where: 'Chromium',
  rounds: 5,
  shortRounds: 0,
  run: ({ rounds }) =>
    onStage({ people: rounds }, async (stage) => {
      const worker = await stage.rep.loftline.worker();
      await worker.evaluate(() => {
        const seen: string[] = [];
        Object.assign(globalThis, { seen });
        const begin = Reflect.get(IDBDatabase.prototype, 'transaction') as (...given: unknown[]) => IDBTransaction;
        IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: unknown[]) {
          const begun = Reflect.apply(begin, this, given);
          if (begun.mode === 'readwrite') seen.push(begun.durability);
          return begun;
        };
      });
      let bites = 0;
      let writes = 0;
      for (let round = 0; round < rounds; round += 1) {
        await makeCall(stage);
        await waitUntilSettled(stage.rep.panel);
        const seen = await worker.evaluate(() => (globalThis as unknown as { seen: string[] }).seen.splice(0));
        const loose = seen.filter((durability) => durability !== 'strict');
        if (loose.length > 0) throw new Error(`${loose.length} of ${seen.length} writes would be lost with the power.`);
        if (seen.length >= WRITES) bites += 1;
        writes += seen.length;
      }
      return stage.ledger.compare(stage.salesloft, { runs: rounds, bites, note: `${writes} writes, every one strict` });
    }),
};
