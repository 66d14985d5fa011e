import { describe, expect, it } from 'vitest';
import { newCallRecord } from '@/lib/domain/call/call-record';
import { eraseEntry, eraseRecord, mayErase } from '@/lib/domain/journal/erasure';
import { anEndedCall, anEntry, aReceipt } from '@/tests/support/builders/builders';

const DAY = 86_400_000;
const call = anEndedCall();
const record = {
  ...newCallRecord(call),
  wrapUp: {
    callId: call.callId,
    state: 'submitted' as const,
    draft: { disposition: 'Connected', sentiment: '', notes: 'Secret plans' },
    savedAt: 1,
  },
};
const delivered = anEntry({ state: 'delivered', receipt: aReceipt(), formerLogs: [anEntry().log] });
const late = (delivered.receipt?.loggedAt ?? 0) + 7 * DAY + 1;

describe('erasing', () => {
  it('comes when the log was delivered so many days ago', () => {
    expect([mayErase(record, [delivered], late - 2, 7), mayErase(record, [delivered], late, 7)]).toEqual([false, true]);
  });

  it.each([
    ['waits', anEntry()],
    ['is being sent', anEntry({ state: 'sending' })],
    ['needs the rep', anEntry({ state: 'dead' })],
  ])('never comes while the log %s', (_words, entry) => {
    expect(mayErase(record, [entry], late * 2, 7)).toBe(false);
  });

  it('never comes for a call that is not wrapped up', () => {
    expect(mayErase(newCallRecord(call), [], late * 2, 7)).toBe(false);
  });

  it('leaves nothing of the person, and everything that is counted', () => {
    const left = JSON.stringify([eraseRecord(record, late), eraseEntry(delivered)]);
    for (const personal of [
      call.person.name,
      call.person.company,
      call.person.title,
      call.person.personId,
      call.to,
      'Secret plans',
      delivered.log.notes,
    ]) {
      expect(left).not.toContain(personal);
    }
    expect(eraseRecord(record, late)).toMatchObject({
      erasedAt: late,
      call: {
        placedAt: call.placedAt,
        durationSeconds: call.durationSeconds,
        endReason: call.endReason,
        line: call.line,
      },
      wrapUp: { draft: { disposition: 'Connected' } },
    });
    expect(eraseEntry(delivered)).toMatchObject({
      ref: delivered.ref,
      receipt: delivered.receipt,
      log: { disposition: 'Connected' },
    });
  });
});
