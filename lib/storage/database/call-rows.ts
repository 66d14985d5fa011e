import { isUnfinished, type CallRecord } from '@/lib/domain/call/call-record';
import type { CallRow } from './schema';

export function toCallRow(record: CallRecord): CallRow {
  const { placedAt, person } = record.call;
  return {
    record,
    placedAt,
    ofPerson: [person.personId, placedAt],
    ...(isUnfinished(record) ? { openSince: placedAt } : {}),
  };
}
