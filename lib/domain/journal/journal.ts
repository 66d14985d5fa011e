import type { EndReason } from '@/lib/domain/call/call';
import type { CallLog } from '@/lib/domain/wrap-up/call-log';
import { isUnfinished, type CallRecord } from '@/lib/domain/call/call-record';
import type { CallId, EntryId } from '@/lib/domain/core/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';

/** Where a call stands that this device knows of. `receipted`: Salesloft has said that it has it. */
export type JournalState = 'live' | 'notLogged' | 'onItsWay' | 'needsAttention' | 'receipted' | 'discarded' | 'waived';

/** A call of the journal as it is compared with Salesloft, and shown. */
export type JournalCall = {
  readonly callId: CallId;
  /** Of its log; absent while there is none. */
  readonly entryId?: EntryId;
  readonly personId: string;
  readonly personName: string;
  readonly to: string;
  /** ms since the epoch. */
  readonly calledAt: number;
  readonly durationSeconds: number;
  readonly endReason?: EndReason;
  readonly disposition: string;
  readonly sentiment: string;
  readonly state: JournalState;
  readonly completes: CallLog['completes'];
  /** `XXXX-XXXX`; empty when there is none. */
  readonly ref: string;
  /** Empty without a receipt. */
  readonly loggedCallId: string;
};

/** `entries` are all of the call's, discarded ones too. */
export function toJournalCall(record: CallRecord, entries: readonly OutboxEntry[]): JournalCall {
  const { call, wrapUp } = record;
  const entry = entries.find(({ state }) => state !== 'discarded');
  return {
    callId: call.callId,
    ...(entry ? { entryId: entry.entryId } : {}),
    personId: call.person.personId,
    personName: call.person.name,
    to: entry?.log.to ?? call.to,
    calledAt: call.placedAt,
    durationSeconds: entry?.log.duration ?? call.durationSeconds,
    ...(call.endReason ? { endReason: call.endReason } : {}),
    disposition: entry?.log.disposition ?? wrapUp.draft.disposition,
    sentiment: entry?.log.sentiment ?? wrapUp.draft.sentiment,
    state: stateOf(record, entry),
    completes: entry?.log.completes ?? { kind: 'none' },
    ref: entry?.ref ?? '',
    loggedCallId: entry?.receipt?.loggedCallId ?? '',
  };
}

function stateOf(record: CallRecord, entry: OutboxEntry | undefined): JournalState {
  if (entry?.state === 'delivered') return 'receipted';
  if (entry) return entry.state === 'dead' ? 'needsAttention' : 'onItsWay';
  if (record.call.state !== 'ended') return 'live';
  if (isUnfinished(record)) return 'notLogged';
  return record.wrapUp.state === 'waived' ? 'waived' : 'discarded';
}
