import type { CallLog } from '@/lib/domain/wrap-up/call-log';
import type { E164, EntryId } from '@/lib/domain/core/ids';
import { mustVerify, withoutCompleting, type OutboxEntry } from './outbox';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';

/** What the rep may decide about an entry. Each returns the same entry when it is too late for it. */

/** Takes a held log back, before its first claim. */
export function undo(entry: OutboxEntry, now: number): OutboxEntry {
  const isHeld = entry.state === 'pending' && entry.attempts === 0 && entry.claimToken === 0 && now < entry.heldUntil;
  return isHeld ? { ...entry, state: 'discarded' } : entry;
}

/** Taken back before its first claim: never sent, and no decision of another kind. */
export function isUndone(entry: OutboxEntry): boolean {
  return entry.state === 'discarded' && entry.claimToken === 0 && entry.reason === undefined;
}

/** Tries again now, with all its tries; what is unknown of earlier attempts stays known as unknown. */
export function retryNow(entry: OutboxEntry, now: number): OutboxEntry {
  if (entry.state !== 'pending' && entry.state !== 'dead') return entry;
  const attempts = entry.state === 'dead' ? 0 : entry.attempts;
  const { reason: _reason, ...rest } = entry;
  return {
    ...rest,
    state: 'pending',
    attempts,
    nextTryAt: now,
    postNotBefore: now,
    setAt: now,
    emptyReadBacks: 0,
    isRevivable: false,
    wasRevived: false,
  };
}

/** What the rep may correct: the wrap-up, and what Salesloft may refuse besides. */
export type LogEdit = WrapUpDraft & { readonly to?: E164; readonly duration?: number };

/** Changes what the rep may change, and sends again. */
export function edit(entry: OutboxEntry, changes: LogEdit, now: number): OutboxEntry {
  if (entry.state !== 'pending' && entry.state !== 'dead') return entry;
  // A CRM field that the rep has emptied is in the changes no more, and must not stay from before.
  const { crmFields: _former, ...kept } = entry.log;
  const log: CallLog = { ...kept, ...changes };
  const formerLogs = mustVerify(entry) ? { formerLogs: [...(entry.formerLogs ?? []), entry.log] } : {};
  return { ...retryNow(entry, now), log, ...formerLogs };
}

/** Drops a log for good; `why` stays with it in the journal. */
export function discard(entry: OutboxEntry, why: string): OutboxEntry {
  if (entry.state !== 'pending' && entry.state !== 'dead') return entry;
  return { ...entry, state: 'discarded', reason: { code: 'discarded', field: '', words: why } };
}

/**
 * For a log whose action or task was completed elsewhere: the old entry closed, and a new one that completes nothing.
 * The pair can never both send. The old one may be in Salesloft after all and only not have been shown: the new one
 * looks for either before it leaves.
 */
export function logWithoutCompleting(
  entry: OutboxEntry,
  entryId: EntryId,
  now: number,
): { readonly closed: OutboxEntry; readonly added: OutboxEntry } | undefined {
  if (entry.state !== 'dead' || entry.reason?.code !== 'completed-elsewhere') return undefined;
  const unknownSince = entry.unknownSince === 0 ? entry.calledAt : entry.unknownSince;
  const formerLogs = [...(entry.formerLogs ?? []), entry.log];
  return {
    closed: { ...entry, state: 'discarded' },
    added: { ...withoutCompleting(retryNow(entry, now)), entryId, unknownSince, formerLogs, createdAt: now },
  };
}

/**
 * For a delivered log that Salesloft does not show: the old entry closed, and a new one that completes nothing, for the
 * action is done. It reads back first: the call may only have been slow to show.
 */
export function sendAgain(
  entry: OutboxEntry,
  entryId: EntryId,
  now: number,
): { readonly closed: OutboxEntry; readonly added: OutboxEntry } | undefined {
  if (entry.state !== 'delivered') return undefined;
  const { receipt: _receipt, isTaskAsked: _isTaskAsked, ...log } = withoutCompleting(entry);
  return {
    closed: { ...entry, state: 'discarded', reason: { code: 'discarded', field: '', words: 'not found in Salesloft' } },
    added: {
      ...log,
      entryId,
      state: 'pending',
      createdAt: now,
      heldUntil: now,
      nextTryAt: now,
      setAt: now,
      postNotBefore: now,
      attempts: 0,
      unknownSince: entry.calledAt,
      emptyReadBacks: 0,
      isRevivable: false,
      wasRevived: false,
    },
  };
}

/** An entry that ran out on outages alone gets one more try when Salesloft answers again. */
export function revive(entry: OutboxEntry, now: number): OutboxEntry {
  if (entry.state !== 'dead' || !entry.isRevivable) return entry;
  return { ...retryNow(entry, now), attempts: Math.max(0, entry.attempts - 1), wasRevived: true };
}
