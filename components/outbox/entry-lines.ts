import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import { inertLines } from '@/lib/domain/outbox/inert-lines';
import { text } from '@/lib/text/text';
import { dateTimeWords, durationWords } from '@/lib/view/core/time-words';

/** The whole log as plain lines, to be pasted wherever a person reads it. */
export function asLines(row: OutboxRow): string {
  const { receipt } = row;
  const lines = [
    text('copyPerson', row.personName === '' ? text('personHidden') : row.personName, row.to),
    text('copyTime', dateTimeWords(row.calledAt), durationWords(row.durationSeconds)),
    row.disposition === '' ? '' : text('copyDisposition', row.disposition),
    row.sentiment === '' ? '' : text('copySentiment', row.sentiment),
    row.notes === '' ? '' : text('copyNotes', row.notes),
    row.ref === '' ? '' : text('copyReference', row.ref),
    receipt ? text('receipt', receipt.loggedCallId, dateTimeWords(receipt.loggedAt)) : text('copyNotThere'),
  ];
  return inertLines(lines.filter((line) => line !== '').join('\n'));
}
