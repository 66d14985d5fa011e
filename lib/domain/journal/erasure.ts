import { isUnfinished, type CallRecord } from '@/lib/domain/call/call-record';
import { asId, type E164, type PersonId } from '@/lib/domain/core/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Whether nobody needs the personal data of a call any more: it is ended and decided about, its log is delivered or
 * discarded, and that was more than so many days ago. What is not in Salesloft yet is never erased.
 */
export function mayErase(
  record: CallRecord,
  entries: readonly OutboxEntry[],
  now: number,
  retentionDays: number,
): boolean {
  if (record.call.state !== 'ended' || isUnfinished(record)) return false;
  if (entries.some(({ state }) => state !== 'delivered' && state !== 'discarded')) return false;
  const last = Math.max(
    record.call.endedAt ?? 0,
    record.wrapUp.savedAt,
    ...entries.map(({ receipt }) => receipt?.loggedAt ?? 0),
  );
  return last < now - retentionDays * DAY_MS;
}

/** What is left for statistics: when, how long, how it ended, what it was called. */
export function eraseRecord(record: CallRecord, now: number): CallRecord {
  const nobody = { personId: asId<PersonId>(''), name: '', title: '', company: '', timeZone: '' };
  const { recordingLink: _recordingLink, ...kept } = record;
  return {
    ...kept,
    call: { ...record.call, person: nobody, to: asId<E164>(''), context: '', failure: '' },
    wrapUp: { ...record.wrapUp, draft: { ...record.wrapUp.draft, notes: '' } },
    // A reason may follow the word.
    history: record.history.map(({ at, what }) => ({ at, what: what.split(':')[0] ?? '' })),
    erasedAt: now,
  };
}

/** The receipt and the reference stay: by them a later comparison with Salesloft knows the call again. */
export function eraseEntry(entry: OutboxEntry): OutboxEntry {
  const { reason: _reason, formerLogs: _formerLogs, sentLink: _sentLink, ...kept } = entry;
  const personId = asId<PersonId>('');
  return { ...kept, personId, personName: '', log: { ...entry.log, personId, to: asId<E164>(''), notes: '' } };
}
