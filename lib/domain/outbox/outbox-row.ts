import type { CallOwner } from '@/lib/domain/call/call';
import type { OutboxEntry } from './outbox';
import { isSameOwner, mustVerify } from './outbox';
import type { DeliveryReason } from './delivery';
import type { CallId, EntryId } from '@/lib/domain/core/ids';
import type { OutboxGroup, OutboxPlace } from './outbox-place';
import type { CrmValues } from '@/lib/domain/sign-in/crm-field';
import type { Receipt } from './receipt';

/** The state words of the outbox list. */
export const ROW_STATES = [
  'held',
  'waiting',
  'sending',
  'checking',
  'retry',
  'needsSignIn',
  'needsAttention',
  'delivered',
] as const;

export type OutboxRowState = (typeof ROW_STATES)[number];

/** An entry as the outbox list shows it. */
export type OutboxRow = {
  readonly entryId: EntryId;
  readonly callId: CallId;
  readonly personName: string;
  readonly disposition: string;
  readonly sentiment: string;
  /** Absent when the log has none. */
  readonly crmFields?: CrmValues;
  /** The rep's notes, or as much of them as a list may carry. */
  readonly notes: string;
  /** The rest is with the entry itself. */
  readonly hasMoreNotes: boolean;
  readonly ref: string;
  readonly to: string;
  readonly durationSeconds: number;
  readonly calledAt: number;
  readonly createdAt: number;
  readonly state: OutboxRowState;
  /** For `retry`: which of `retries` comes next. */
  readonly retry: number;
  readonly retries: number;
  /** ms since the epoch; 0 when nothing is planned. */
  readonly nextTryAt: number;
  readonly reason?: DeliveryReason;
  readonly receipt?: Receipt;
  /** Logged under another sign-in, and waits for that one. */
  readonly isOfOther?: true;
};

export type RowContext = {
  readonly now: number;
  /** Whose logs may leave; undefined while nobody is signed in. */
  readonly signedInAs: CallOwner | undefined;
  readonly retries: number;
};

/** Notes may be 30,000 characters long; a page of them would not be read in a moment. */
const NOTES_SHOWN = 1_000;

export function toOutboxRow(entry: OutboxEntry, context: RowContext): OutboxRow {
  const { log } = entry;
  return {
    entryId: entry.entryId,
    callId: entry.callId,
    personName: entry.personName,
    disposition: log.disposition,
    sentiment: log.sentiment,
    ...(log.crmFields ? { crmFields: log.crmFields } : {}),
    notes: log.notes.slice(0, NOTES_SHOWN),
    hasMoreNotes: log.notes.length > NOTES_SHOWN,
    ref: entry.ref,
    to: log.to,
    durationSeconds: log.duration,
    calledAt: entry.calledAt,
    createdAt: entry.createdAt,
    state: rowState(entry, context),
    retry: Math.min(entry.attempts, context.retries),
    retries: context.retries,
    nextTryAt: entry.state === 'pending' ? entry.nextTryAt : 0,
    ...(entry.reason ? { reason: entry.reason } : {}),
    ...(entry.receipt ? { receipt: entry.receipt } : {}),
    ...(context.signedInAs && !isSameOwner(entry.owner, context.signedInAs) ? { isOfOther: true } : {}),
  };
}

export function rowPlace(row: OutboxRow): OutboxPlace {
  return { at: row.state === 'delivered' ? (row.receipt?.loggedAt ?? 0) : row.createdAt, entryId: row.entryId };
}

export function rowGroup({ state }: OutboxRow): OutboxGroup {
  return state === 'needsAttention' || state === 'delivered' ? state : 'waiting';
}

function rowState(entry: OutboxEntry, { now, signedInAs }: RowContext): OutboxRowState {
  if (entry.state === 'delivered') return 'delivered';
  if (entry.state === 'dead') return 'needsAttention';
  if (entry.state === 'sending') return mustVerify(entry) ? 'checking' : 'sending';
  if (now < entry.heldUntil && entry.claimToken === 0) return 'held';
  if (!signedInAs || !isSameOwner(entry.owner, signedInAs)) return 'needsSignIn';
  return entry.attempts === 0 ? 'waiting' : 'retry';
}

/** What the rep looks for in a long outbox: words in the person's name or the number, and one of the states. */
export type OutboxFilter = { readonly words: string; readonly state: OutboxRowState | 'any' };

export const NO_FILTER: OutboxFilter = { words: '', state: 'any' };

export function fits(row: OutboxRow, { words, state }: OutboxFilter): boolean {
  if (state !== 'any' && row.state !== state) return false;
  const wanted = words.trim().toLocaleLowerCase();
  if (wanted === '') return true;
  const number = wanted.replace(/[\s()./-]/g, '');
  return row.personName.toLocaleLowerCase().includes(wanted) || (/^\+?\d+$/.test(number) && row.to.includes(number));
}
