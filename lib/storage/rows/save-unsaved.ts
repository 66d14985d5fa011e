import type { CallRecord } from '@/lib/domain/call/call-record';
import { withoutCompleting, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import type { Puts, Rows } from './rows';

/** Brings what was kept in memory to the disk, in order. Done twice it changes nothing more. */
export async function saveUnsaved(rows: Rows, unsaved: Puts): Promise<void> {
  for (const record of unsaved.records) {
    const stored = (await rows.knows(record.call.callId)) ? await rows.record(record.call.callId) : undefined;
    await rows.putRecord(stored ? joined(stored, record) : record);
  }
  for (const entry of unsaved.entries) await saveEntry(rows, entry);
}

async function saveEntry(rows: Rows, entry: OutboxEntry): Promise<void> {
  const stored = await rows.entry(entry.entryId);
  // Proof is proof: what was found delivered stays so.
  if (stored?.receipt && !entry.receipt) return;
  if (stored || entry.state === 'discarded') return rows.putEntry(stored, entry);
  // Its action may have got its log by another call meanwhile: no call may be lost to that.
  const added = (await rows.isKeyTaken(entry.dedupeKey)) ? withoutCompleting(entry) : entry;
  await rows.putEntry(undefined, added);
}

/** The later one, with whatever only the disk knew of the call. */
function joined(stored: CallRecord, later: CallRecord): CallRecord {
  const isLater = (line: CallRecord['history'][number]): boolean =>
    later.history.some(({ at, what }) => at === line.at && what === line.what);
  return { ...stored, ...later, history: [...stored.history.filter((line) => !isLater(line)), ...later.history] };
}
