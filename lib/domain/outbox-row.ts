import type { OutboxEntry } from './outbox';
import { mustVerify } from './outbox';
import type { DeliveryReason } from './delivery';
import type { CallId, EntryId } from './ids';
import type { Receipt } from './receipt';

/** The state words of the outbox list. */
export type OutboxRowState =
  | 'held'
  | 'waiting'
  | 'sending'
  | 'checking'
  | 'retry'
  | 'needsSignIn'
  | 'needsAttention'
  | 'delivered';

/** An entry as the outbox list shows it. */
export type OutboxRow = {
  readonly entryId: EntryId;
  readonly callId: CallId;
  readonly personName: string;
  readonly disposition: string;
  readonly sentiment: string;
  readonly notes: string;
  readonly to: string;
  readonly durationSeconds: number;
  readonly calledAt: number;
  readonly state: OutboxRowState;
  /** For `retry`: which of `retries` comes next. */
  readonly retry: number;
  readonly retries: number;
  /** ms since the epoch; 0 when nothing is planned. */
  readonly nextTryAt: number;
  readonly reason?: DeliveryReason;
  readonly receipt?: Receipt;
};

export type RowContext = { readonly now: number; readonly isSignedIn: boolean; readonly retries: number };

export function toOutboxRow(entry: OutboxEntry, context: RowContext): OutboxRow {
  const { log } = entry;
  return {
    entryId: entry.entryId,
    callId: entry.callId,
    personName: entry.personName,
    disposition: log.disposition,
    sentiment: log.sentiment,
    notes: log.notes,
    to: log.to,
    durationSeconds: log.duration,
    calledAt: entry.calledAt,
    state: rowState(entry, context),
    retry: Math.min(entry.attempts, context.retries),
    retries: context.retries,
    nextTryAt: entry.state === 'pending' ? entry.nextTryAt : 0,
    ...(entry.reason ? { reason: entry.reason } : {}),
    ...(entry.receipt ? { receipt: entry.receipt } : {}),
  };
}

function rowState(entry: OutboxEntry, { now, isSignedIn }: RowContext): OutboxRowState {
  if (entry.state === 'delivered') return 'delivered';
  if (entry.state === 'dead') return 'needsAttention';
  if (entry.state === 'sending') return mustVerify(entry) ? 'checking' : 'sending';
  if (now < entry.heldUntil && entry.claimToken === 0) return 'held';
  if (!isSignedIn) return 'needsSignIn';
  return entry.attempts === 0 ? 'waiting' : 'retry';
}
