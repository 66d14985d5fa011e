import { isUnfinished, newCallRecord, type CallRecord } from '@/lib/domain/call/call-record';
import type { CallRecords } from '@/lib/services/call/calls-port';

/** Call records in memory, with the promises of the store on disk. */
export function createMemoryRecords(): CallRecords & { readonly all: () => readonly CallRecord[] } {
  const rows = new Map<string, CallRecord>();
  const change: CallRecords['change'] = (callId, next) => {
    const known = rows.get(callId);
    if (!known) return Promise.resolve(undefined);
    const changed = next(known);
    rows.set(callId, changed);
    return Promise.resolve({ before: known, after: changed });
  };
  return {
    all: () => [...rows.values()],
    open: (call, notes) => {
      const known = rows.get(call.callId);
      if (known) return Promise.resolve({ record: known, isNew: false });
      const record = newCallRecord(call, notes);
      rows.set(call.callId, record);
      return Promise.resolve({ record, isNew: true });
    },
    read: (callId) => Promise.resolve(rows.get(callId)),
    change,
    saveDraft: (callId, draft, now) =>
      change(callId, (record) =>
        isUnfinished(record) ? { ...record, wrapUp: { ...record.wrapUp, draft, savedAt: now } } : record,
      ),
    countSince: (since) => Promise.resolve([...rows.values()].filter((record) => record.call.placedAt >= since).length),
    placedSince: (since) =>
      Promise.resolve(
        [...rows.values()]
          .map((row) => row.call.placedAt)
          .filter((at) => at >= since)
          .sort((one, other) => one - other),
      ),
    lastCallsTo: (personId, most) =>
      Promise.resolve(
        [...rows.values()]
          .map((row) => row.call)
          .filter((call) => call.person.personId === personId)
          .sort((one, other) => other.placedAt - one.placedAt)
          .slice(0, most),
      ),
    listOpen: () =>
      Promise.resolve(
        [...rows.values()].filter(isUnfinished).sort((one, other) => one.call.placedAt - other.call.placedAt),
      ),
  };
}
