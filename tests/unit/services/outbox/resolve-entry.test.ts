import { describe, expect, it } from 'vitest';
import { asId, type EntryId } from '@/lib/domain/core/ids';
import type { CrmValues } from '@/lib/domain/sign-in/crm-field';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import { createResolveEntry } from '@/lib/services/outbox/resolve-entry';
import { aCrmChoice, aNumber, anEntry, someTeamRules } from '@/tests/support/builders/builders';
import { createMemoryOutbox } from '@/tests/support/fakes/memory-outbox';

const ID = asId<EntryId>('entry-1');
const DRAFT = { disposition: 'Busy', sentiment: '', notes: '' };

function setUp(entry: OutboxEntry, rules = someTeamRules(), crmDefaults: CrmValues = {}) {
  const outbox = createMemoryOutbox(entry);
  const told: string[] = [];
  const tell = (words: string) => () => Promise.resolve(void told.push(words));
  const resolve = createResolveEntry({
    outbox,
    reopen: async (entryId, _now, next) => {
      const changed = await outbox.change(entryId, next);
      return changed !== undefined && changed.after !== changed.before;
    },
    replace: (closed, added) => {
      told.push(`${closed.state} → ${added.dedupeKey}`);
      return Promise.resolve(true);
    },
    readTeamRules: () => Promise.resolve(rules),
    readCrmDefaults: () => Promise.resolve(crmDefaults),
    readNumber: (typed) => Promise.resolve(typed === 'reception' ? undefined : aNumber(`+1${typed}`)),
    publishCalls: tell('calls'),
    onChanged: tell('changed'),
    onUndone: tell('undone'),
    newId: () => asId<EntryId>('entry-2'),
    now: () => 2_000_000,
  });
  return { outbox, told, resolve };
}

describe('the rep’s decisions', () => {
  it('undoes in time, and says when it is too late', async () => {
    const held = setUp(anEntry({ heldUntil: 2_000_001 }));
    expect(await held.resolve.undo(ID)).toBe('undone');
    expect(held.told).toEqual(['undone', 'calls', 'changed']);
    expect(await setUp(anEntry()).resolve.undo(ID)).toBe('too-late');
    // The answer was lost, and the rep pressed again.
    expect(await held.resolve.undo(ID)).toBe('undone');
    const discarded = setUp(anEntry({ state: 'dead', claimToken: 1 }));
    await discarded.resolve.discard(ID, 'wrong person');
    expect(await discarded.resolve.undo(ID)).toBe('too-late');
  });

  it('retries, edits and discards what may be changed', async () => {
    const { outbox, resolve } = setUp(anEntry({ state: 'dead' }));
    expect(await resolve.edit(ID, { ...DRAFT, disposition: '' })).toEqual({ kind: 'missing', fields: ['disposition'] });
    expect(await resolve.edit(ID, DRAFT)).toEqual({ kind: 'saved', entryId: ID });
    expect(outbox.all()[0]).toMatchObject({ state: 'pending', log: DRAFT });
    await resolve.discard(ID, 'wrong person');
    expect(outbox.all()[0]).toMatchObject({ state: 'discarded', reason: { words: 'wrong person' } });
    await expect(resolve.retry(ID)).rejects.toMatchObject({ code: 'entry-not-editable' });
  });

  it('fills in and checks CRM fields, and drops the ones that were emptied', async () => {
    const entry = anEntry({ state: 'dead' });
    const filled = { ...entry, log: { ...entry.log, crmFields: { Campaign__c: 'Old' } } };
    const rules = someTeamRules({
      crmFields: [aCrmChoice(), { ...aCrmChoice(), name: 'Campaign__c', title: 'Campaign', kind: 'text', choices: [] }],
      requiredCrmFields: ['Call_Purpose__c'],
    });
    const bare = setUp(filled, rules);
    expect(await bare.resolve.edit(ID, DRAFT)).toEqual({ kind: 'missing', fields: ['crm:Call_Purpose__c'] });
    const { outbox, resolve } = setUp(filled, rules, { 'Call Purpose': 'Renewal' });
    expect(await resolve.edit(ID, { ...DRAFT, crmFields: { Campaign__c: '' } })).toMatchObject({ kind: 'saved' });
    expect(outbox.all()[0]?.log.crmFields).toEqual({ Call_Purpose__c: 'renewal' });
  });

  it('corrects a refused number and duration, and asks again for what is neither', async () => {
    const { outbox, resolve } = setUp(anEntry({ state: 'dead' }));
    expect(await resolve.edit(ID, { ...DRAFT, to: 'reception', duration: 'a while' })).toEqual({
      kind: 'missing',
      fields: ['to', 'duration'],
    });
    expect(await resolve.edit(ID, { ...DRAFT, to: '4045550199', duration: '1:02' })).toEqual({
      kind: 'saved',
      entryId: ID,
    });
    expect(outbox.all()[0]?.log).toMatchObject({ to: '+14045550199', duration: 62, disposition: 'Busy' });
  });

  it('retries everything that needs the rep at once', async () => {
    const { outbox, resolve, told } = setUp(anEntry({ state: 'dead', attempts: 6 }));
    await resolve.retryAll();
    expect(outbox.all()[0]).toMatchObject({ state: 'pending', attempts: 0, nextTryAt: 2_000_000 });
    expect(told).toEqual(['changed']);
  });

  it('gives the notes in full', async () => {
    const { resolve } = setUp(anEntry());
    expect(await resolve.readNotes(ID)).toBe('Spoke about renewal.');
    await expect(resolve.readNotes(asId<EntryId>('nobody'))).rejects.toMatchObject({ code: 'entry-unknown' });
  });

  it('does not touch what is being sent, nor what it does not know', async () => {
    const { resolve } = setUp(anEntry({ state: 'sending' }));
    await expect(resolve.edit(ID, DRAFT)).rejects.toMatchObject({ code: 'entry-not-editable' });
    await expect(resolve.retry(asId<EntryId>('nobody'))).rejects.toMatchObject({ code: 'entry-unknown' });
  });

  it('logs without completing as a pair that can never both send', async () => {
    const reason = { code: 'completed-elsewhere', field: '', words: '' } as const;
    const { told, resolve } = setUp(anEntry({ state: 'dead', reason }));
    await resolve.logWithoutCompleting(ID);
    expect(told).toEqual(['discarded → call:0190-call', 'changed']);
  });
});
