import { asId, type ActionId, type CallId, type EntryId } from '@/lib/domain/core/ids';
import type { Person } from '@/lib/domain/call/person';
import type { DueWork } from '@/lib/domain/queue/due-work';
import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import type { QueueView } from '@/lib/domain/queue/queue-view';
import { aPerson, aPersonId } from '@/tests/support/builders/builders';

/** A row of the queue; `person` says what is different about whom it is for. */
export function aDueWork(
  name: string,
  { person, ...change }: Partial<Omit<DueWork, 'person'>> & { readonly person?: Partial<Person> } = {},
): DueWork {
  return {
    workId: `action:${name}`,
    source: { kind: 'action', actionId: asId<ActionId>(name) },
    dueAt: 1_000_000,
    isOverdue: true,
    cadenceName: 'Winter',
    stepName: 'Day 1: Step 2 - Phone',
    person: aPerson({ personId: aPersonId(name), name, ...person }),
    ...change,
  };
}

export function aQueue(change: Partial<QueueView> = {}): QueueView {
  return { state: 'ready', step: 'none', isComplete: true, readAt: 1_000_000, rows: [], otherCadences: [], ...change };
}

export function anOutboxRow(change: Partial<OutboxRow> = {}): OutboxRow {
  return {
    entryId: asId<EntryId>('entry-1'),
    callId: asId<CallId>('call-1'),
    personName: 'Pat Lee',
    disposition: 'Connected',
    sentiment: 'Interested',
    notes: 'Spoke about renewal.',
    hasMoreNotes: false,
    ref: 'K7MQ-2XWD',
    to: '+14045550134',
    durationSeconds: 62,
    calledAt: 1_000_000,
    createdAt: 1_070_000,
    state: 'waiting',
    retry: 0,
    retries: 5,
    nextTryAt: 0,
    ...change,
  };
}
