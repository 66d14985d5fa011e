import type { Call, CallOwner } from '@/lib/domain/call/call';
import type { CallLog } from '@/lib/domain/wrap-up/call-log';
import type { DeliveryReason } from './delivery';
import type { CallId, EntryId, PersonId, TaskId } from '@/lib/domain/core/ids';
import type { Receipt } from './receipt';

/**
 * One call log on its way to Salesloft.
 *
 *   pending ──claim──► sending ──► delivered
 *      ▲                  │ ├────► pending (next attempt, or verify first)
 *      │                  │ └────► dead ──rep: retry, edit──► pending
 *      └──release stale───┘          └──rep: discard──► discarded
 */
export type EntryState = 'pending' | 'sending' | 'delivered' | 'dead' | 'discarded';

export type OutboxEntry = {
  readonly entryId: EntryId;
  readonly callId: CallId;
  /** `action:<id>`, `task:<id>` or `call:<callId>`: unique among entries not discarded. */
  readonly dedupeKey: string;
  readonly owner: CallOwner;
  readonly personId: PersonId;
  readonly personName: string;
  readonly log: CallLog;
  /** When the call began and ended, and the rep's zone at that time; a late log says it in its notes. */
  readonly calledAt: number;
  readonly endedAt: number;
  readonly timeZone: string;
  /** `XXXX-XXXX`, derived from the call id; empty when references are switched off. */
  readonly ref: string;
  readonly state: EntryState;
  readonly createdAt: number;
  /** End of the undo window; ms since the epoch. */
  readonly heldUntil: number;
  /** Not claimed before this; ms since the epoch. */
  readonly nextTryAt: number;
  /** Clock when nextTryAt was set: a clock that went back makes the entry due at once. */
  readonly setAt: number;
  /** No POST before this, though a read-back may come sooner; ms since the epoch. */
  readonly postNotBefore: number;
  /** POSTs that could have reached Salesloft. */
  readonly attempts: number;
  /** Raised at every claim; a settle with a lower one is stale. */
  readonly claimToken: number;
  /** Start of the first attempt whose outcome is unknown, in Salesloft's time; 0 when every outcome is known. */
  readonly unknownSince: number;
  /** Start of the latest attempt, own clock and Salesloft's; 0 before the first. */
  readonly attemptStartedAt: number;
  readonly attemptStartedThere: number;
  /** Read-backs that found the action or task done but no call with it. */
  readonly emptyReadBacks: number;
  /** A task of its own was asked for, and Salesloft may have made it. */
  readonly isTaskAsked?: boolean;
  /** True when the tries ran out on outages alone: one more chance once deliveries succeed again. */
  readonly isRevivable: boolean;
  /** It has had that chance. */
  readonly wasRevived?: boolean;
  readonly reason?: DeliveryReason;
  readonly receipt?: Receipt;
  /** The link to the recording in the latest attempt's note; absent when it had none. */
  readonly sentLink?: string;
  /** The log as it stood at attempts whose outcome was unknown when the rep edited it: any may be in Salesloft. */
  readonly formerLogs?: readonly CallLog[];
};

export type NewEntry = {
  readonly entryId: EntryId;
  readonly call: Call;
  readonly log: CallLog;
  readonly ref: string;
  readonly timeZone: string;
  readonly holdSeconds: number;
  readonly now: number;
};

export function makeEntry({ entryId, call, log, ref, timeZone, holdSeconds, now }: NewEntry): OutboxEntry {
  const heldUntil = now + holdSeconds * 1_000;
  return {
    entryId,
    callId: call.callId,
    dedupeKey: dedupeKey(call.callId, log),
    owner: call.owner,
    personId: call.person.personId,
    personName: call.person.name,
    log,
    calledAt: call.placedAt,
    endedAt: call.endedAt ?? now,
    timeZone,
    ref,
    state: 'pending',
    createdAt: now,
    heldUntil,
    nextTryAt: heldUntil,
    setAt: now,
    postNotBefore: heldUntil,
    attempts: 0,
    claimToken: 0,
    unknownSince: 0,
    attemptStartedAt: 0,
    attemptStartedThere: 0,
    emptyReadBacks: 0,
    isRevivable: false,
  };
}

/** The same log on its own, completing nothing. */
export function withoutCompleting(entry: OutboxEntry): OutboxEntry {
  const log: CallLog = { ...entry.log, completes: { kind: 'none' } };
  return { ...entry, log, dedupeKey: dedupeKey(entry.callId, log) };
}

/** The same log as the one that completes this task. */
export function withTask(entry: OutboxEntry, taskId: TaskId): OutboxEntry {
  const log: CallLog = { ...entry.log, completes: { kind: 'task', taskId } };
  return { ...entry, log, dedupeKey: dedupeKey(entry.callId, log) };
}

function dedupeKey(callId: CallId, { completes }: CallLog): string {
  if (completes.kind === 'action') return `action:${completes.actionId}`;
  return completes.kind === 'task' ? `task:${completes.taskId}` : `call:${callId}`;
}

export function isDue(entry: OutboxEntry, now: number): boolean {
  return entry.state === 'pending' && (entry.nextTryAt <= now || entry.setAt > now);
}

/** After the clock was set back: what waits by the old time is due at once, and read back first where it must be. */
export function followClock(entry: OutboxEntry, now: number): OutboxEntry {
  if (entry.state !== 'pending' || entry.nextTryAt <= now) return entry;
  return { ...entry, nextTryAt: now, setAt: now, heldUntil: Math.min(entry.heldUntil, now) };
}

export function isSameOwner(one: CallOwner, other: CallOwner): boolean {
  return one.userGuid === other.userGuid && one.tenantId === other.tenantId;
}

export function isGuarded(entry: OutboxEntry): boolean {
  return entry.log.completes.kind !== 'none';
}

/** An earlier attempt may have arrived: read before writing again. */
export function mustVerify(entry: OutboxEntry): boolean {
  return entry.unknownSince > 0 || entry.emptyReadBacks > 0;
}
