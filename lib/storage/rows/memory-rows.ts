import type { CallRecord } from '@/lib/domain/call/call-record';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import type { Puts, Rows } from './rows';
import type { Unsaved } from './unsaved';

/**
 * Runs `work` over what is known while the disk refuses, and keeps what it puts. Two things are for the disk alone, and
 * fail with `cause`: to know that something is not there, and to say that an entry is being sent (a POST whose attempt
 * is not written down must not leave).
 */
export async function writeInMemory<Result>(
  unsaved: Unsaved,
  work: (rows: Rows) => Promise<Result>,
  cause: Error,
): Promise<Result> {
  const puts: Puts = { records: [], entries: [] };
  const result = await work(memoryRows(unsaved, puts, cause));
  if (puts.records.length + puts.entries.length > 0) await unsaved.keep(puts);
  return result;
}

/* eslint-disable @typescript-eslint/require-await -- the disk answers later, so the port is asynchronous */
function memoryRows(unsaved: Unsaved, puts: Puts, cause: Error): Rows {
  const unsent = (): readonly OutboxEntry[] =>
    [...unsaved.all().entries, ...puts.entries].filter((entry) => entry.state !== 'discarded');
  const record = (callId: string): CallRecord | undefined =>
    puts.records.findLast((one) => one.call.callId === callId) ??
    unsaved.record(callId as CallRecord['call']['callId']);
  return {
    knows: async (callId) => record(callId) !== undefined,
    record: async (callId) => known(record(callId), cause),
    putRecord: async (put) => void puts.records.push(put),
    entry: async (entryId) =>
      known(puts.entries.findLast((one) => one.entryId === entryId) ?? unsaved.entry(entryId), cause),
    putEntry: async (_before, after) => {
      if (after.state === 'sending') throw cause;
      puts.entries.push(after);
    },
    entryOfCall: async (callId) => unsent().find((entry) => entry.callId === callId),
    isKeyTaken: async (dedupeKey) => unsent().some((entry) => entry.dedupeKey === dedupeKey),
  };
}
/* eslint-enable @typescript-eslint/require-await */

function known<Row>(row: Row | undefined, cause: Error): Row {
  if (row === undefined) throw cause;
  return row;
}
