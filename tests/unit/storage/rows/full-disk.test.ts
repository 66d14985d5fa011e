import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withoutCompleting, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import { undo } from '@/lib/domain/outbox/rep-decision';
import { beginAttempt, claim, settle } from '@/lib/domain/outbox/settle';
import { aCall, aCallId, anEndedCall, anEntry, aReceipt } from '@/tests/support/builders/builders';
import { failingDisk } from '@/tests/support/fakes/failing-disk';
import { createMemoryCopy, openStores } from '@/tests/support/builders/stored';

const DRAFT = { disposition: 'Connected', sentiment: '', notes: 'Spoke.' };
const RULES = { isDue: () => true, mayGo: () => true, claim };
const CONTEXT = { now: 2_000_000, salesloftNow: 2_000_000, random: 0.5, retries: 5 };

describe('a full disk', () => {
  let disk: ReturnType<typeof failingDisk>;
  const copy = createMemoryCopy();
  beforeEach(() => {
    disk = failingDisk();
    return copy.write({ records: [], entries: [] });
  });
  afterEach(() => disk.remove());

  const log = (stores: ReturnType<typeof openStores>, entry = anEntry()): Promise<unknown> =>
    stores.callAndOutbox.closeAndAdd(entry.callId, DRAFT, entry, withoutCompleting(entry));

  it('stops no call: it is opened, told of, ended and logged, and everything is on the disk once there is room', async () => {
    const stores = openStores({ copy });
    disk.fill();
    expect(await stores.records.open(aCall())).toMatchObject({ isNew: true });
    expect(await stores.records.open(aCall())).toMatchObject({ isNew: false });
    await stores.records.change(aCallId(), (record) => ({
      ...record,
      call: anEndedCall(),
      wrapUp: { ...record.wrapUp, state: 'open' },
    }));
    await stores.records.saveDraft(aCallId(), DRAFT, 5);
    expect((await stores.records.listOpen()).map((record) => record.wrapUp.draft.notes)).toEqual(['Spoke.']);
    expect(await stores.records.countSince(0)).toBe(1);
    expect(await log(stores)).toBe('entry-1');
    expect(await log(stores, anEntry({ entryId: 'entry-2' as OutboxEntry['entryId'] }))).toBe('entry-1');
    expect(await stores.records.listOpen()).toEqual([]);
    expect(await stores.outbox.counts()).toEqual({ unsent: 1, needsAttention: 0 });
    expect(await stores.pages.list('waiting', {}, 9)).toHaveLength(1);
    expect(await stores.outbox.heldKeys([anEntry().dedupeKey, 'action:other'])).toEqual(new Set([anEntry().dedupeKey]));
    expect(stores.rows.state()).toMatchObject({ trouble: 'disk-full', unsavedCalls: 1 });

    disk.heal();
    expect(await stores.rows.save()).toBe(true);
    expect(stores.rows.state()).toEqual({ trouble: 'none', since: 0, unsavedCalls: 0 });
    const later = openStores();
    expect(await later.records.read(aCallId())).toMatchObject({
      call: { state: 'ended' },
      wrapUp: { state: 'submitted', draft: DRAFT },
    });
    expect(await later.outbox.counts()).toEqual({ unsent: 1, needsAttention: 0 });
    expect(await later.outbox.claimNext(RULES)).toMatchObject({ entryId: 'entry-1', claimToken: 1 });
    expect(copy.kept()).toEqual({ records: [], entries: [] });
  });

  it('loses nothing when the worker dies meanwhile', async () => {
    const stores = openStores({ copy });
    await stores.records.open(anEndedCall());
    disk.fill();
    await log(stores);
    const restarted = openStores({ copy });
    await restarted.rows.restore();
    expect(await restarted.rows.save()).toBe(false);
    expect(await restarted.outbox.read(anEntry().entryId)).toMatchObject({ state: 'pending' });
    disk.heal();
    await restarted.rows.save();
    const later = openStores();
    expect(await later.outbox.counts()).toEqual({ unsent: 1, needsAttention: 0 });
    expect((await later.records.read(aCallId()))?.history.map((line) => line.what)).toEqual(['placed', 'submitted']);
  });

  it('lets no POST leave: neither a claim nor an attempt is ever in memory only', async () => {
    const stores = openStores({ copy });
    await log(stores);
    disk.fill();
    await expect(stores.outbox.claimNext(RULES)).rejects.toMatchObject({ code: 'storage-full' });
    disk.heal();
    const claimed = await stores.outbox.claimNext(RULES);
    disk.fill();
    await expect(stores.outbox.change(anEntry().entryId, (entry) => beginAttempt(entry, 1, 1))).rejects.toMatchObject({
      code: 'storage-full',
    });
    disk.heal();
    expect(await openStores().outbox.read(anEntry().entryId)).toEqual(claimed);
  });

  it('keeps a receipt until it can be written', async () => {
    const stores = openStores({ copy });
    await log(stores);
    await stores.outbox.claimNext(RULES);
    const begun = await stores.outbox.change(anEntry().entryId, (entry) => beginAttempt(entry, 1, 1));
    disk.fill();
    await stores.outbox.change(anEntry().entryId, (entry) =>
      settle(entry, { kind: 'delivered', receipt: aReceipt() }, CONTEXT),
    );
    expect(await stores.outbox.counts()).toEqual({ unsent: 0, needsAttention: 0 });
    disk.heal();
    // Any write brings it to the disk first.
    await stores.records.open(aCall({ callId: aCallId('next') }));
    const later = openStores();
    expect(await later.outbox.read(anEntry().entryId)).toMatchObject({
      state: 'delivered',
      claimToken: begun?.after.claimToken,
      receipt: aReceipt(),
    });
    expect(await later.outbox.counts()).toEqual({ unsent: 0, needsAttention: 0 });
  });

  it('lets the rep take a log back that was never on the disk', async () => {
    const stores = openStores({ copy });
    disk.fill();
    await stores.records.open(anEndedCall());
    const held = anEntry({ heldUntil: 9_000_000 });
    await log(stores, held);
    expect(await stores.callAndOutbox.reopen(held.entryId, 6, (entry) => undo(entry, 6))).toBe(true);
    expect((await stores.records.listOpen()).map((record) => record.wrapUp.state)).toEqual(['open']);
    disk.heal();
    await stores.rows.save();
    const later = openStores();
    expect(await later.outbox.counts()).toEqual({ unsent: 0, needsAttention: 0 });
    expect((await later.records.listOpen()).map((record) => record.wrapUp.draft)).toEqual([DRAFT]);
  });

  it('never lets something older overwrite something newer, whatever comes at once', async () => {
    const stores = openStores({ copy });
    await stores.records.open(anEndedCall());
    disk.fill();
    const draft = stores.records.saveDraft(aCallId(), { ...DRAFT, notes: 'older' }, 5);
    const logged = log(stores);
    await draft;
    disk.heal();
    await logged;
    expect(await openStores().records.read(aCallId())).toMatchObject({ wrapUp: { state: 'submitted', draft: DRAFT } });
  });

  it('logs a second call for one action on its own, though only the disk knew of the first', async () => {
    const stores = openStores({ copy });
    await log(stores);
    const restarted = openStores({ copy });
    disk.fill();
    const second = anEntry({ entryId: 'entry-2' as OutboxEntry['entryId'], callId: aCallId('second') });
    await log(restarted, second);
    disk.heal();
    await restarted.rows.save();
    expect(await openStores().outbox.read(second.entryId)).toMatchObject({
      dedupeKey: 'call:second',
      log: { completes: { kind: 'none' } },
    });
  });

  it('does not take what it cannot read for missing', async () => {
    const stores = openStores({ copy });
    disk.fill();
    await expect(stores.records.change(aCallId(), (record) => record)).rejects.toMatchObject({ code: 'storage-full' });
    await expect(stores.outbox.change(anEntry().entryId, (entry) => entry)).rejects.toMatchObject({
      code: 'storage-full',
    });
    expect(copy.kept()).toEqual({ records: [], entries: [] });
  });
});
