import { describe, expect, it } from 'vitest';
import { judgeReadBack, type ReadBack } from '@/lib/domain/outbox/read-back';
import { edit } from '@/lib/domain/outbox/rep-decision';
import { aLoggedCall, anAdHocEntry, anEntry, aNumber } from '@/tests/support/builders/builders';

function read(change: Partial<ReadBack> = {}): ReadBack {
  return { guard: 'none', loggedCalls: [], notes: new Map(), takenIds: new Set(), ...change };
}

describe('a log guarded by its action', () => {
  it('is found by the action, whatever else differs', () => {
    const call = aLoggedCall({ actionId: '271088', duration: 1, disposition: 'Edited' });
    expect(judgeReadBack(anEntry(), read({ guard: 'gone', loggedCalls: [call] }))).toMatchObject({
      kind: 'found',
      receipt: { loggedCallId: '4400', foundByReading: true },
    });
  });

  it('is not there while the action is open', () => {
    expect(judgeReadBack(anEntry(), read({ guard: 'open' })).kind).toBe('notThere');
  });

  it('was completed by somebody else when the action is gone and no call is with it', () => {
    const other = aLoggedCall({ actionId: '999' });
    expect(judgeReadBack(anEntry(), read({ guard: 'gone', loggedCalls: [other] })).kind).toBe('guardGone');
  });
});

describe('a log of a step that the same rep logged from another computer', () => {
  const call = aLoggedCall({ actionId: '271088' });
  const withNote = (text: string) =>
    judgeReadBack(anEntry(), read({ guard: 'gone', loggedCalls: [call], notes: new Map([['77', text]]) }));

  it('is not taken for that one: its note carries the other’s reference', () => {
    expect(withNote('Theirs.\n\nref ABCD-EFGH').kind).toBe('guardGone');
  });

  it('is found when the note is its own, or says nothing', () => {
    expect([withNote('Ours.\n\nref K7MQ-2XWD').kind, withNote('somebody cut it').kind]).toEqual(['found', 'found']);
  });
});

describe('a log that nothing guards', () => {
  const notes = (text: string): ReadonlyMap<string, string> => new Map([['77', text]]);

  it('is found by its reference, even when somebody edited the fields', () => {
    const edited = aLoggedCall({ disposition: 'Busy', duration: 5 });
    const found = judgeReadBack(anAdHocEntry(), read({ loggedCalls: [edited], notes: notes('x\n\nref K7MQ-2XWD') }));
    expect(found.kind).toBe('found');
  });

  it('is found by its fields when the note cannot be read', () => {
    expect(judgeReadBack(anAdHocEntry(), read({ loggedCalls: [aLoggedCall({ to: '(1) 404-555-0134' })] })).kind).toBe(
      'found',
    );
  });

  it.each([
    ['another number', { to: '+14045550135' }],
    ['another length', { duration: 61 }],
    ['another disposition', { disposition: 'connected' }],
    ['another sentiment', { sentiment: '' }],
    ['a call that completed an action', { actionId: '1' }],
  ])('is not taken for %s', (_words, change) => {
    expect(judgeReadBack(anAdHocEntry(), read({ loggedCalls: [aLoggedCall(change)] })).kind).toBe('notThere');
  });

  it('is not taken for a call that carries another reference, however alike', () => {
    const alike = read({ loggedCalls: [aLoggedCall()], notes: notes('ref AAAA-BBBB') });
    expect(judgeReadBack(anAdHocEntry(), alike).kind).toBe('notThere');
  });

  it('is not taken for the receipt of another entry', () => {
    const taken = read({ loggedCalls: [aLoggedCall()], takenIds: new Set(['4400']) });
    expect(judgeReadBack(anAdHocEntry(), taken).kind).toBe('notThere');
  });

  it('is found as it was first sent, when the rep has edited it since', () => {
    const sent = anAdHocEntry({ unknownSince: 5, ref: '' });
    const edited = edit(
      sent,
      { disposition: 'Busy', sentiment: '', notes: '', to: aNumber('+14045550199') },
      2_000_000,
    );
    expect(judgeReadBack(edited, read({ loggedCalls: [aLoggedCall()] })).kind).toBe('found');
    const known = edit(anAdHocEntry({ ref: '' }), { disposition: 'Busy', sentiment: '', notes: '' }, 2_000_000);
    expect(judgeReadBack(known, read({ loggedCalls: [aLoggedCall()] })).kind).toBe('notThere');
  });

  it('is left to the rep when two calls look just like it', () => {
    const twins = [aLoggedCall(), aLoggedCall({ loggedCallId: '4401' })];
    expect(judgeReadBack(anAdHocEntry(), read({ loggedCalls: twins })).kind).toBe('undecided');
  });
});
