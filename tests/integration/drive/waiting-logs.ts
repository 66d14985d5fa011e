import { openCall, type CallSource } from '@/lib/domain/call/call';
import { toCallLog } from '@/lib/domain/wrap-up/call-log';
import {
  asId,
  type ActionId,
  type CallId,
  type E164,
  type EntryId,
  type PersonId,
  type UserGuid,
} from '@/lib/domain/core/ids';
import { makeEntry, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import type { Action } from '@/tests/salesloft/rows';
import { signedInUser, type World } from '@/tests/salesloft/world';
import { toEntryRow } from '@/lib/storage/database/outbox-rows';

/** Logs of calls of the last hours, each of another action but every fifth, which completes nothing. */
export function logsOf(world: World, count: number, now: number): readonly OutboxEntry[] {
  const actions = [...world.actions.values()];
  return Array.from({ length: count }, (_none, index) => {
    const action = actions[index % actions.length];
    if (!action) throw new Error('This world has no actions.');
    return logOf(world, action, index, now - (count - index) * 10_000);
  });
}

function logOf(world: World, action: Action, index: number, at: number): OutboxEntry {
  const user = signedInUser(world);
  const person = world.people.get(String(action.person.id));
  const source: CallSource =
    index % 5 === 4 ? { kind: 'none' } : { kind: 'action', actionId: asId<ActionId>(String(action.id)) };
  const call = openCall({
    callId: asId<CallId>(`waiting-${index}`),
    owner: { userGuid: asId<UserGuid>(user.guid), tenantId: String(world.team.id) },
    person: {
      personId: asId<PersonId>(String(action.person.id)),
      name: `Person ${index}`,
      title: '',
      company: '',
      timeZone: '',
    },
    to: asId<E164>(person?.phone ?? '+14045550100'),
    source,
    context: '',
    line: 'practice',
    placedAt: at,
  });
  const ended = {
    ...call,
    state: 'ended' as const,
    endedAt: at + 5_000,
    endReason: 'noAnswer' as const,
    durationSeconds: 0,
  };
  const disposition = [...world.dispositions.values()][index % world.dispositions.size]?.name ?? '';
  return makeEntry({
    entryId: asId<EntryId>(`waiting-${String(index).padStart(6, '0')}`),
    call: ended,
    log: toCallLog(ended, { disposition, sentiment: '', notes: `Waiting log ${index}.` }),
    ref: '',
    timeZone: '',
    holdSeconds: 0,
    now: at,
  });
}

/** Straight into the worker's database, with the counters that its own writes would have kept. */
export async function putIntoOutbox(entries: readonly OutboxEntry[]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('loftline');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('It did not open.'));
  });
  const transaction = database.transaction(['outbox', 'meta'], 'readwrite');
  for (const entry of entries) transaction.objectStore('outbox').put(toEntryRow(entry), entry.entryId);
  transaction.objectStore('meta').put({ unsent: entries.length, needsAttention: 0 }, 'outbox-counts');
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new Error('It was undone.'));
  });
  database.close();
}
