import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { withoutCompleting } from '@/lib/domain/outbox/outbox';
import { logWithoutCompleting, retryNow, undo } from '@/lib/domain/outbox/rep-decision';
import { beginAttempt, claim } from '@/lib/domain/outbox/settle';
import { aCall, aCallId, anEndedCall, anEntry, aPersonId } from '@/tests/support/builders/builders';
import { DISK_ERRORS, failingDisk } from '@/tests/support/fakes/failing-disk';
import { openStores } from '@/tests/support/builders/stored';

type Stores = ReturnType<typeof openStores>;

const DRAFT = { disposition: 'Connected', sentiment: '', notes: 'Spoke.' };
const entry = anEntry({ heldUntil: 9_000_000 });
const dead = anEntry({
  entryId: 'entry-dead' as typeof entry.entryId,
  callId: aCallId('dead'),
  dedupeKey: 'action:9',
  state: 'dead',
  reason: { code: 'completed-elsewhere', field: '', words: '' },
});
const pair = logWithoutCompleting(dead, 'entry-new' as typeof entry.entryId, 5);
const add = (stores: Stores, one: typeof entry): Promise<unknown> =>
  stores.callAndOutbox.closeAndAdd(one.callId, DRAFT, one, withoutCompleting(one));

/** Every verb of the stores, on a database with a call, a log that is held and one that needs the rep. */
const VERBS: Readonly<Record<string, (stores: Stores) => Promise<unknown>>> = {
  'records.open': ({ records }) => records.open(aCall({ callId: aCallId('fresh') })),
  'records.open, known': ({ records }) => records.open(anEndedCall()),
  'records.read': ({ records }) => records.read(aCallId()),
  'records.change': ({ records }) =>
    records.change(aCallId(), (record) => ({ ...record, history: [...record.history, { at: 7, what: 'more' }] })),
  'records.saveDraft': ({ records }) => records.saveDraft(aCallId('open'), DRAFT, 7),
  'records.listOpen': ({ records }) => records.listOpen(),
  'records.countSince': ({ records }) => records.countSince(0),
  'records.placedSince': ({ records }) => records.placedSince(0),
  'records.lastCallsTo': ({ records }) => records.lastCallsTo(aPersonId(), 20),
  closeAndAdd: (stores) =>
    add(
      stores,
      anEntry({ entryId: 'entry-2' as typeof entry.entryId, callId: aCallId('open'), dedupeKey: 'call:open' }),
    ),
  'closeAndAdd, again': (stores) => add(stores, { ...entry, entryId: 'entry-3' as typeof entry.entryId }),
  reopen: ({ callAndOutbox }) => callAndOutbox.reopen(entry.entryId, 6, (held) => undo(held, 6)),
  replace: ({ callAndOutbox }) =>
    pair ? callAndOutbox.replace(pair.closed, pair.added) : Promise.reject(new Error('no pair')),
  'outbox.read': ({ outbox }) => outbox.read(entry.entryId),
  'outbox.change': ({ outbox }) => outbox.change(entry.entryId, (current) => beginAttempt(current, 8, 8)),
  'outbox.claimNext': ({ outbox }) => outbox.claimNext({ isDue: () => true, mayGo: () => true, claim }),
  'outbox.changePending': ({ outbox }) =>
    outbox.changePending((current) => ({ ...current, attempts: current.attempts + 1 })),
  'outbox.changeDead': ({ outbox }) => outbox.changeDead((current) => retryNow(current, 9)),
  'outbox.listSending': ({ outbox }) => outbox.listSending(),
  'outbox.nextDueAt': ({ outbox }) => outbox.nextDueAt(() => true),
  'outbox.heldKeys': async ({ outbox }) => [...(await outbox.heldKeys([entry.dedupeKey, 'action:none']))],
  'outbox.receiptsOf': async ({ outbox }) => [...(await outbox.receiptsOf(entry.personId))],
  'outbox.counts': ({ outbox }) => outbox.counts(),
  'pages.list': ({ pages }) => pages.list('waiting', {}, 10),
  'pages.countDelivered': ({ pages }) => pages.countDelivered(0, 10),
};

/** Runs one verb on a fresh database whose disk fails as told; what it answered, and what then stands in the database. */
async function run(verb: (stores: Stores) => Promise<unknown>, fail: (disk: ReturnType<typeof failingDisk>) => void) {
  const disk = failingDisk();
  try {
    const stores = openStores();
    await stores.records.open(anEndedCall());
    await stores.records.open(anEndedCall({ callId: aCallId('open') }));
    await add(stores, entry);
    await add(stores, dead);
    fail(disk);
    const result = await verb(stores);
    const calls = disk.calls();
    disk.heal();
    await stores.rows.save();
    disk.remove();
    return { result, calls, rows: await everyRow(), state: stores.rows.state() };
  } finally {
    disk.remove();
  }
}

async function everyRow(): Promise<unknown> {
  const database = await openDB('loftline');
  const rows = await Promise.all(
    [...database.objectStoreNames].map(async (name) => [
      name,
      await database.getAllKeys(name),
      (await database.getAll(name)) as unknown[],
    ]),
  );
  database.close();
  return rows;
}

describe('a connection that Chrome closes at any moment', () => {
  const seen = { failures: 0 };
  afterEach(() => expect(seen.failures).toBeGreaterThan(0));

  it.each(Object.entries(VERBS))('%s: opened anew, with the same result and the same rows', async (_name, verb) => {
    const sound = await run(verb, (disk) => disk.heal());
    expect(sound.calls).toBeGreaterThan(0);
    for (const error of DISK_ERRORS) {
      for (let at = 1; at <= sound.calls; at += 1) {
        const failed = await run(verb, (disk) => disk.failOnce(at, error));
        expect({ error, at, result: failed.result, rows: failed.rows, state: failed.state }).toEqual({
          error,
          at,
          result: sound.result,
          rows: sound.rows,
          state: { trouble: 'none', since: 0, unsavedCalls: 0 },
        });
        seen.failures += 1;
      }
    }
  });

  it.each(Object.entries(VERBS))(
    '%s: written although the answer failed, it is not done twice',
    async (_name, verb) => {
      const sound = await run(verb, (disk) => disk.heal());
      const answered = await run(verb, (disk) => disk.loseNextCommitAnswer());
      expect({ result: answered.result, rows: answered.rows }).toEqual({ result: sound.result, rows: sound.rows });
    },
  );
});
