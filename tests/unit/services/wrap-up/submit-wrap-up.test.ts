import { describe, expect, it } from 'vitest';
import { asId, type EntryId } from '@/lib/domain/core/ids';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import { createSubmitWrapUp } from '@/lib/services/wrap-up/submit-wrap-up';
import { aCall, aCallId, aCrmChoice, anEndedCall, someTeamRules } from '@/tests/support/builders/builders';
import { createMemoryRecords } from '@/tests/support/fakes/memory-records';

const DRAFT = { disposition: 'Connected', sentiment: '', notes: 'Spoke.' };

async function setUp(call = anEndedCall(), rules: TeamRules | 'unknown' = someTeamRules()) {
  const records = createMemoryRecords();
  await records.open(call);
  const added: { entry: OutboxEntry; other: OutboxEntry }[] = [];
  const saved: WrapUpDraft[] = [];
  const followed: string[] = [];
  const order: string[] = [];
  const submit = createSubmitWrapUp({
    records,
    closeAndAdd: (_callId, draft, entry, other) => {
      saved.push(draft);
      added.push({ entry, other });
      order.push('save');
      return Promise.resolve(entry.entryId);
    },
    readTeamRules: () => Promise.resolve(rules === 'unknown' ? undefined : rules),
    readCrmDefaults: () => Promise.resolve({ 'Call Purpose': 'Discovery' }),
    readHoldSeconds: () => Promise.resolve(8),
    readTimeZone: () => Promise.resolve('US/Eastern'),
    makeReference: () => Promise.resolve('K7MQ-2XWD'),
    standBy: () => Promise.resolve(void order.push('stand by')),
    newId: () => asId<EntryId>('entry-1'),
    now: () => 2_000_000,
    onSaved: async (record) => void followed.push(record.call.callId),
  });
  return { submit, added, saved, followed, order };
}

describe('submitting a wrap-up', () => {
  it('makes an entry that is held, guarded by the action, with its reference', async () => {
    const { submit, added, followed } = await setUp();
    expect(await submit(aCallId(), DRAFT)).toEqual({ kind: 'saved', entryId: 'entry-1' });
    expect(added[0]?.entry).toMatchObject({
      dedupeKey: 'action:271088',
      heldUntil: 2_008_000,
      ref: 'K7MQ-2XWD',
      state: 'pending',
    });
    expect(added[0]?.other).toMatchObject({ dedupeKey: 'call:0190-call', log: { completes: { kind: 'none' } } });
    expect(followed).toEqual(['0190-call']);
  });

  it('has an alarm stand by before it saves: the worker may die right after', async () => {
    const { submit, order } = await setUp();
    await submit(aCallId(), DRAFT);
    expect(order).toEqual(['stand by', 'save']);
  });

  it('logs CRM fields as the rep chose them or the settings name them, and keeps them with the call', async () => {
    const rules = someTeamRules({ crmFields: [aCrmChoice()], requiredCrmFields: ['Call_Purpose__c'] });
    const byDefault = await setUp(anEndedCall(), rules);
    await byDefault.submit(aCallId(), DRAFT);
    expect(byDefault.added[0]?.entry.log.crmFields).toEqual({ Call_Purpose__c: 'discovery' });
    expect(byDefault.saved[0]?.crmFields).toEqual({ Call_Purpose__c: 'discovery' });
    const chosen = await setUp(anEndedCall(), rules);
    await chosen.submit(aCallId(), { ...DRAFT, crmFields: { Call_Purpose__c: 'renewal' } });
    expect(chosen.added[0]?.entry.log.crmFields).toEqual({ Call_Purpose__c: 'renewal' });
    const emptied = await setUp(anEndedCall(), rules);
    expect(await emptied.submit(aCallId(), { ...DRAFT, crmFields: { Call_Purpose__c: '' } })).toEqual({
      kind: 'missing',
      fields: ['crm:Call_Purpose__c'],
    });
  });

  it('goes without CRM fields that are not known', async () => {
    const { submit, added } = await setUp(anEndedCall(), someTeamRules());
    await submit(aCallId(), DRAFT);
    expect(added[0]?.entry.log).not.toHaveProperty('crmFields');
  });

  it('stores nothing while a required field is missing', async () => {
    const { submit, added } = await setUp();
    expect(await submit(aCallId(), { ...DRAFT, disposition: '' })).toEqual({
      kind: 'missing',
      fields: ['disposition'],
    });
    expect(added).toEqual([]);
  });

  it('keeps the log when the team’s rules could not be read: Salesloft will say what it lacks', async () => {
    const { submit, added } = await setUp(anEndedCall(), 'unknown');
    await submit(aCallId(), { ...DRAFT, disposition: '' });
    expect(added).toHaveLength(1);
  });

  it('logs no call that is still going on, and none it does not know', async () => {
    const live = await setUp(aCall({ state: 'connected' }));
    await expect(live.submit(aCallId(), DRAFT)).rejects.toMatchObject({ code: 'call-in-progress' });
    await expect(live.submit(aCallId('other'), DRAFT)).rejects.toMatchObject({ code: 'call-unknown' });
  });
});
