import type { LoggedCall } from '@/lib/domain/core/api-result';
import type { CallLog } from '@/lib/domain/wrap-up/call-log';
import { isGuarded, type OutboxEntry } from './outbox';
import type { Receipt } from './receipt';
import { findReference } from './reference';

/** What was read from Salesloft about one entry whose outcome is unknown. */
export type ReadBack = {
  /** State of the action or task the log would complete; `none` for a log that completes nothing. */
  readonly guard: 'open' | 'gone' | 'none';
  /** The rep's calls to the person since the first unknown attempt, with a margin. */
  readonly loggedCalls: readonly LoggedCall[];
  /** Note texts by note id; empty when they were not needed or could not be read. */
  readonly notes: ReadonlyMap<string, string>;
  /** Ids of Salesloft calls that other entries hold as their receipts. */
  readonly takenIds: ReadonlySet<string>;
};

/** How far before the attempt's start a logged call may be dated: clocks differ, and Salesloft compares microseconds. */
const MARGIN_MS = 2 * 60_000;

/**
 * From when on, by Salesloft's clock, a call of this entry may be listed: the earlier of its attempt's start as it was
 * written down, and as our clock has it with the offset known now. One of the two may be wrong: the offset was not known
 * then, or our clock was set since.
 */
export function searchFrom(entry: OutboxEntry, offsetMs: number): number {
  if (entry.unknownSince === 0) return entry.calledAt + offsetMs - MARGIN_MS;
  const offsetThen = entry.attemptStartedThere - entry.attemptStartedAt;
  return Math.min(entry.unknownSince, entry.unknownSince - offsetThen + offsetMs) - MARGIN_MS;
}

export type Judgement =
  | { readonly kind: 'found'; readonly receipt: Receipt }
  | { readonly kind: 'notThere' }
  /** The action or task is done, and no call of ours is with it. */
  | { readonly kind: 'guardGone' }
  /** Two calls look like this one: writing again could double, believing could lose. */
  | { readonly kind: 'undecided' };

export function judgeReadBack(entry: OutboxEntry, read: ReadBack): Judgement {
  const free = read.loggedCalls.filter((call) => !read.takenIds.has(call.loggedCallId));
  const found = free.find((call) => (isGuarded(entry) ? isOurs(entry, call, read) : isByReference(entry, call, read)));
  if (found) return { kind: 'found', receipt: receiptOf(found) };
  if (read.guard === 'gone') return { kind: 'guardGone' };
  if (read.guard === 'open') return { kind: 'notThere' };
  const alike = free.filter((call) => isByFingerprint(entry, call) && !hasOtherReference(entry, call, read));
  if (alike.length > 1) return { kind: 'undecided' };
  const only = alike[0];
  return only ? { kind: 'found', receipt: receiptOf(only) } : { kind: 'notThere' };
}

function receiptOf(call: LoggedCall): Receipt {
  return { loggedCallId: call.loggedCallId, noteId: call.noteId, loggedAt: call.createdAt, foundByReading: true };
}

function isByGuard({ completes }: CallLog, call: LoggedCall): boolean {
  if (completes.kind === 'action') return call.actionId === completes.actionId;
  return completes.kind === 'task' ? call.taskId === completes.taskId : call.actionId === '' && call.taskId === '';
}

/** The same step may have been logged by the same rep from another computer: that call says so by its reference. */
function isOurs(entry: OutboxEntry, call: LoggedCall, read: ReadBack): boolean {
  return isByGuard(entry.log, call) && !hasOtherReference(entry, call, read);
}

function isByReference(entry: OutboxEntry, call: LoggedCall, { notes }: ReadBack): boolean {
  return entry.ref !== '' && referenceOf(call, notes) === entry.ref;
}

/** A call that carries another call's reference is that other call, however alike it looks. */
function hasOtherReference(entry: OutboxEntry, call: LoggedCall, { notes }: ReadBack): boolean {
  const reference = referenceOf(call, notes);
  return reference !== undefined && reference !== entry.ref;
}

function referenceOf(call: LoggedCall, notes: ReadonlyMap<string, string>): string | undefined {
  return findReference(notes.get(call.noteId) ?? '');
}

function isByFingerprint(entry: OutboxEntry, call: LoggedCall): boolean {
  return [entry.log, ...(entry.formerLogs ?? [])].some((log) => looksLike(log, call));
}

function looksLike(log: CallLog, call: LoggedCall): boolean {
  return (
    digits(call.to) === digits(log.to) &&
    call.duration === log.duration &&
    call.disposition === log.disposition &&
    call.sentiment === log.sentiment &&
    isByGuard(log, call)
  );
}

function digits(number: string): string {
  return number.replace(/\D/g, '');
}
