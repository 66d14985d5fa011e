import type { CallRecord } from '@/lib/domain/call/call-record';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';

export type Exported = {
  readonly at: number;
  /** Everything not in Salesloft yet, and the calls not logged yet. */
  readonly logs: readonly OutboxEntry[];
  readonly calls: readonly CallRecord[];
  /** Which of them are in memory only. */
  readonly unsavedIds: ReadonlySet<string>;
  /** Logs that went with Chrome's storage, as far as they had been shown. */
  readonly lost: readonly OutboxRow[];
  /** Rows that could not be read, as they were found. */
  readonly unreadable: readonly unknown[];
};

/** A file that a person can read, and log from by hand: names and times first, nothing that only the program needs. */
export function exportLogs(exported: Exported): object {
  const { unsavedIds } = exported;
  return {
    about: 'Calls and logs kept by Loftline that are not in Salesloft yet',
    exportedAt: iso(exported.at),
    logsNotInSalesloft: exported.logs.map((entry) => ({
      ...told(entry.personName, entry.log.to, entry.calledAt, entry.log.duration, entry.log),
      state: entry.state === 'dead' ? 'needs attention' : 'waiting',
      reason: entry.reason?.words ?? '',
      savedToDisk: !unsavedIds.has(entry.entryId),
      salesloftPersonId: entry.personId,
      completes: entry.log.completes,
      reference: entry.ref,
    })),
    callsNotLogged: exported.calls.map(({ call, wrapUp }) => ({
      ...told(call.person.name, call.to, call.placedAt, call.durationSeconds, wrapUp.draft),
      company: call.person.company,
      savedToDisk: !unsavedIds.has(call.callId),
      salesloftPersonId: call.person.personId,
    })),
    lostWithStorage: exported.lost.map((row) => told(row.personName, row.to, row.calledAt, row.durationSeconds, row)),
    unreadable: exported.unreadable,
  };
}

type Said = { readonly disposition: string; readonly sentiment: string; readonly notes: string };

function told(person: string, number: string, calledAt: number, seconds: number, said: Said): object {
  const { disposition, sentiment, notes } = said;
  return { person, number, calledAt: iso(calledAt), seconds, disposition, sentiment, notes };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
