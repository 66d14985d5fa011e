import { until } from '../../support/browser/until.ts';
import { fails } from '../../salesloft/scenarios/outages.ts';
import { makeCall } from '../calls.ts';
import { makeWorkerKiller } from '../kill-worker.ts';
import { ask } from '../ask.ts';
import { readEntry } from '../outbox.ts';
import type { FaultRow } from '../row.ts';
import { onStage, type Stage } from '../stage.ts';

const LOGS_PER_PERSON = 3;
/** What a rep waits for a panel at most, whatever the outbox holds. */
const OPENED_WITHIN_MS = 3_000;

/** A long outage has filled the outbox: the panel opens, and everything leaves, each person's logs in their order. */
export const f28LongOutbox: FaultRow = {
  id: 'F28',
  title: '10,000 logs wait',
  where: 'Chromium',
  rounds: 10_000,
  shortRounds: 0,
  run: ({ rounds }) =>
    onStage({ people: 300 }, async (stage) => {
      const { rep, ledger, salesloft } = stage;
      const outage = salesloft.bend(fails({ on: 'POST /v2/activities/calls', status: 422 }));
      const { callId, text } = await makeCall(stage, { isAdHoc: true });
      await until(
        'the first log waits',
        async () => outage.bites > 0 && (await readEntry(rep.panel, callId))?.state === 'dead',
      );
      salesloft.unbend();
      const people = [...salesloft.world.people.keys()];
      const model = ledger.made[0];
      if (!model) throw new Error('No call was made.');
      const texts = await copyEntry(stage, callId, rounds, people);
      ledger.made.splice(0, 1, ...texts.map((copy) => ({ ...model, ...copy, savedAt: Date.now() })));
      if (texts.some((copy) => copy.text === text)) throw new Error('A copy has the words of its model.');

      const killer = await makeWorkerKiller(rep.loftline);
      await killer.kill();
      const openedAt = Date.now();
      await rep.panel.reload();
      await rep.panel.waitForSelector('.row-name');
      const openedMs = Date.now() - openedAt;
      if (openedMs > OPENED_WITHIN_MS) throw new Error(`The panel took ${openedMs} ms to open.`);
      await ask(rep.panel, 'queue.read', { why: 'opened' });
      await until('every log is in Salesloft', () => salesloft.world.calls.size >= rounds, rounds * 60 + 60_000);
      const drainedMs = Date.now() - openedAt;
      const outOfTurn = countOutOfTurn(stage);
      if (outOfTurn > 0) throw new Error(`${outOfTurn} logs overtook an earlier one of the same person.`);
      const note = `the panel opened in ${openedMs} ms; ${Math.round((rounds * 1_000) / drainedMs)} logs a second, none out of turn`;
      return ledger.compare(salesloft, { runs: 1, bites: texts.length === rounds ? 1 : 0, note });
    }),
};

type Copy = { readonly callId: string; readonly text: string; readonly personId: string };

/** The refused log in as many copies as wanted, each of a moment of its own, all waiting; the model itself is taken away. */
function copyEntry({ rep }: Stage, callId: string, count: number, people: readonly string[]): Promise<readonly Copy[]> {
  return rep.panel.evaluate(
    async (wanted) => {
      const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error(String(request.error)));
        });
      type Entry = Record<string, unknown> & { callId: string; log: Record<string, unknown> };
      type Row = Record<string, unknown> & { entry: Entry };
      const database = await done(indexedDB.open('loftline'));
      const transaction = database.transaction(['outbox', 'meta'], 'readwrite');
      const outbox = transaction.objectStore('outbox');
      const [keys, rows] = await Promise.all([done(outbox.getAllKeys()), done(outbox.getAll() as IDBRequest<Row[]>)]);
      const place = rows.findIndex(({ entry }) => entry.callId === wanted.callId);
      const [model, key] = [rows[place], keys[place]];
      if (!model || key === undefined) throw new Error('There is no such entry.');
      outbox.delete(key);
      const copies: Copy[] = [];
      const since = Date.now() - wanted.count;
      for (let index = 0; index < wanted.count; index += 1) {
        const personId = wanted.people[Math.floor(index / wanted.perPerson) % wanted.people.length] ?? '';
        const [entryId, ownCallId, text, createdAt] = [
          `copy-${String(index).padStart(6, '0')}`,
          `copy-call-${index}`,
          `copied call ${index}.`,
          since + index,
        ];
        const entry = {
          ...model.entry,
          entryId,
          callId: ownCallId,
          dedupeKey: `call:${ownCallId}`,
          personId,
          ref: '',
          state: 'pending',
          createdAt,
          nextTryAt: createdAt,
          postNotBefore: createdAt,
          setAt: createdAt,
          attempts: 0,
          unknownSince: 0,
          log: { ...model.entry.log, personId, notes: text },
        };
        const row = {
          entry,
          createdAt,
          dedupeKey: entry.dedupeKey,
          nextTryAt: createdAt,
          inFlightOf: [personId, createdAt],
          unsentSince: createdAt,
          callId: ownCallId,
        };
        outbox.put(row, entryId);
        copies.push({ callId: ownCallId, text, personId });
      }
      transaction.objectStore('meta').put({ unsent: wanted.count, needsAttention: 0 }, 'outbox-counts');
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(new Error(String(transaction.error)));
      });
      database.close();
      return copies;
    },
    { callId, count, people, perPerson: LOGS_PER_PERSON },
  );
}

function countOutOfTurn({ salesloft }: Stage): number {
  const { calls, notes } = salesloft.world;
  const last = new Map<string, number>();
  let count = 0;
  for (const call of calls.values()) {
    const turn = Number(/copied call (\d+)/.exec(notes.get(String(call.note?.id))?.content ?? '')?.[1]);
    const person = String(call.called_person.id);
    if (turn < (last.get(person) ?? -1)) count += 1;
    last.set(person, turn);
  }
  return count;
}
