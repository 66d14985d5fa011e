import { describe, expect, it } from 'vitest';
import { asLines } from '@/components/outbox/entry-lines';
import { hasUsedUpTries, reasonWords } from '@/components/outbox/reason-words';
import { aReceipt } from '@/tests/support/builders/builders';
import { dateTimeWords } from '@/lib/view/core/time-words';
import { anOutboxRow } from '../../../support/builders/view';

describe('a log as text', () => {
  it('is what a person needs to log it by hand, in whole lines, markup as it was typed', () => {
    expect(asLines(anOutboxRow({ notes: 'Wants <b>pricing</b>\nby Friday', disposition: 'Connected & glad' }))).toBe(
      [
        'Call with Pat Lee, +14045550134',
        `${dateTimeWords(1_000_000)}, for 1:02`,
        'Disposition: Connected & glad',
        'Sentiment: Interested',
        'Notes: Wants <b>pricing</b>',
        'by Friday',
        'ref K7MQ-2XWD',
        'Not in Salesloft yet',
      ].join('\n'),
    );
  });

  it('leaves out what there is not, and ends in the receipt once it has arrived', () => {
    const lines = asLines(
      anOutboxRow({ sentiment: '', notes: '', ref: '', personName: '', state: 'delivered', receipt: aReceipt() }),
    );
    expect(lines.split('\n')).toHaveLength(4);
    expect(lines).toContain('Call with Person hidden in Salesloft, +14045550134');
    expect(lines).toContain('In Salesloft as call 4400');
  });
});

describe('why a log has not arrived', () => {
  it('asks nobody to try again what tries itself again', () => {
    for (const code of [
      'salesloft-error',
      'salesloft-timeout',
      'salesloft-unreachable',
      'rate-limited',
      'offline',
    ] as const) {
      expect(reasonWords({ code, field: '', words: '' })).not.toMatch(/try again|refresh/i);
    }
  });

  it('tells a person who is gone from a field that can be corrected', () => {
    const refused = (field: string) => ({ code: 'refused', field, words: 'no', refusals: { [field]: 'no' } }) as const;
    expect(reasonWords(refused('person_id'))).toContain('no longer exists in Salesloft');
    expect(reasonWords({ code: 'not-found', field: '', words: 'Not Found' })).toContain(
      'no longer exists in Salesloft',
    );
    expect(reasonWords(refused('to'))).toContain('Edit it and send it again');
  });

  it('says that the tries are used up where nothing else is wrong', () => {
    const reason = { code: 'salesloft-error', field: '', words: '' } as const;
    expect(hasUsedUpTries(anOutboxRow({ state: 'needsAttention', reason }))).toBe(true);
    expect(hasUsedUpTries(anOutboxRow({ state: 'retry', reason }))).toBe(false);
    expect(hasUsedUpTries(anOutboxRow({ state: 'needsAttention', reason: { ...reason, code: 'refused' } }))).toBe(
      false,
    );
  });
});
