import { backoffMs } from './backoff';
import { unreachable } from '@/lib/domain/core/errors';
import type { DeliveryReason, Verdict } from './delivery';
import { isGuarded, type OutboxEntry } from './outbox';
import type { Judgement } from './read-back';
import type { Receipt } from './receipt';

/** How long after an attempt began a call can still become visible in Salesloft; docs/delivery.md says why. */
export const SETTLING_MS = { guarded: 5_000, adHoc: 90_000 } as const;

export type SettleContext = {
  readonly now: number;
  /** Salesloft's clock. */
  readonly salesloftNow: number;
  /** In [0, 1). */
  readonly random: number;
  /** Retries after the first try, 0 to 5. */
  readonly retries: number;
};

export function claim(entry: OutboxEntry): OutboxEntry {
  return { ...entry, state: 'sending', claimToken: entry.claimToken + 1 };
}

/** Written before the request leaves: whatever happens from here on, the outcome is unknown until it is settled. */
export function beginAttempt(entry: OutboxEntry, now: number, salesloftNow: number, recordingLink = ''): OutboxEntry {
  const { sentLink: _sentLink, ...rest } = entry;
  return {
    ...rest,
    ...(recordingLink === '' ? {} : { sentLink: recordingLink }),
    attempts: entry.attempts + 1,
    attemptStartedAt: now,
    attemptStartedThere: salesloftNow,
    unknownSince: entry.unknownSince === 0 ? salesloftNow : entry.unknownSince,
  };
}

/** Writes what the answer to a POST means back into the entry. */
export function settle(entry: OutboxEntry, verdict: Verdict, context: SettleContext): OutboxEntry {
  switch (verdict.kind) {
    case 'delivered':
      return deliver(entry, verdict.receipt);
    case 'refused':
      return die(forgetAttempt(entry), verdict.reason, false);
    case 'guardUsed':
      // Refused again after a read-back found the action or task open: it is unfit, not used.
      if (entry.emptyReadBacks > 0) return die(forgetAttempt(entry), verdict.reason, false);
      return pendAt(
        { ...unspend(forgetAttempt(entry)), emptyReadBacks: 1, reason: verdict.reason },
        context.now + SETTLING_MS.guarded,
        context,
      );
    case 'notSent':
      return postpone(unspend(forgetAttempt(entry)), verdict.reason, context);
    case 'rateLimited':
      // It keeps its place: the gate holds it back, and it goes as soon as that opens.
      return pendAt({ ...unspend(forgetAttempt(entry)), reason: verdict.reason }, context.now, context);
    case 'unknown':
      return afterUnknown(entry, verdict.reason, context);
    default:
      return unreachable(verdict);
  }
}

/** Writes what a read-back has shown into the entry; `sendNow` means: not there, and the next POST may leave. */
export function settleReadBack(
  entry: OutboxEntry,
  judgement: Judgement,
  context: SettleContext,
): OutboxEntry | 'sendNow' {
  const reason = entry.reason ?? { code: 'salesloft-error', field: '', words: '' };
  switch (judgement.kind) {
    case 'found':
      return deliver(entry, judgement.receipt);
    case 'undecided':
      return die(entry, { code: 'maybe-logged', field: '', words: '' }, false);
    case 'guardGone':
      return entry.emptyReadBacks < 2
        ? pendAt({ ...entry, emptyReadBacks: entry.emptyReadBacks + 1 }, context.now + SETTLING_MS.guarded, context)
        : die(entry, { code: 'completed-elsewhere', field: '', words: reason.words }, false);
    case 'notThere': {
      const settlesIn = settlingMs(entry) - sinceAttempt(entry, context);
      if (settlesIn > 0) return pendAt(entry, context.now + settlesIn, context);
      if (hasRunOut(entry, context)) return die(entry, reason, true);
      const backsOffFor = backoffLeft(entry, context);
      return backsOffFor > 0 ? pendAt(entry, context.now + backsOffFor, context) : 'sendNow';
    }
    default:
      return unreachable(judgement);
  }
}

/** What could not leave, or a read-back that could not be made, is no attempt: it is made again later. */
export function postpone(entry: OutboxEntry, reason: DeliveryReason, context: SettleContext): OutboxEntry {
  return pendAt({ ...entry, reason }, context.now + backoffMs(1, context.random), context);
}

/** Found in `sending` with nobody sending: its worker died, so an attempt begun may have arrived. */
export function releaseStale(entry: OutboxEntry, now: number): OutboxEntry {
  if (entry.state !== 'sending') return entry;
  const reason: DeliveryReason = { code: 'worker-stopped', field: '', words: '' };
  return {
    ...entry,
    state: 'pending',
    nextTryAt: entry.attemptStartedAt === 0 ? now : settledAt(entry, now),
    setAt: now,
    reason,
  };
}

export function settlingMs(entry: OutboxEntry): number {
  return isGuarded(entry) ? SETTLING_MS.guarded : SETTLING_MS.adHoc;
}

function deliver(entry: OutboxEntry, receipt: Receipt): OutboxEntry {
  const { reason: _reason, ...rest } = entry;
  return { ...rest, state: 'delivered', receipt, unknownSince: 0, emptyReadBacks: 0 };
}

/** What ran out on outages alone may be revived by a later success, once; more often would be for ever. */
function die(entry: OutboxEntry, reason: DeliveryReason, isByOutage: boolean): OutboxEntry {
  return { ...entry, state: 'dead', reason, isRevivable: isByOutage && entry.wasRevived !== true };
}

/** The latest attempt surely did nothing; what earlier ones did stays as unknown as it was. */
function forgetAttempt(entry: OutboxEntry): OutboxEntry {
  return entry.unknownSince === entry.attemptStartedThere ? { ...entry, unknownSince: 0 } : entry;
}

function unspend(entry: OutboxEntry): OutboxEntry {
  return { ...entry, attempts: Math.max(0, entry.attempts - 1) };
}

/** Read back as soon as a late commit must have shown; the next POST waits for the backoff besides. */
function afterUnknown(entry: OutboxEntry, reason: DeliveryReason, context: SettleContext): OutboxEntry {
  const postNotBefore = context.now + backoffMs(entry.attempts, context.random);
  return pendAt({ ...entry, reason, postNotBefore }, settledAt(entry, context.now), context);
}

/** When a call of the latest attempt must show at last, by our clock; one that was set back makes no wait longer. */
function settledAt(entry: OutboxEntry, now: number): number {
  return Math.max(now, Math.min(now, entry.attemptStartedAt) + settlingMs(entry));
}

/** Salesloft's clock says how long ago the latest attempt began, even when ours was set meanwhile. */
function sinceAttempt(
  { attemptStartedAt, attemptStartedThere }: OutboxEntry,
  { now, salesloftNow }: SettleContext,
): number {
  const there = salesloftNow - attemptStartedThere;
  // Begun in the future: Salesloft's time was not known then.
  return there >= 0 ? there : Math.max(0, now - attemptStartedAt);
}

function backoffLeft(entry: OutboxEntry, context: SettleContext): number {
  const planned = entry.postNotBefore - entry.attemptStartedAt;
  return Math.min(entry.postNotBefore - context.now, planned - sinceAttempt(entry, context));
}

function hasRunOut(entry: OutboxEntry, { retries }: SettleContext): boolean {
  return entry.attempts > retries;
}

function pendAt(entry: OutboxEntry, nextTryAt: number, { now }: SettleContext): OutboxEntry {
  return { ...entry, state: 'pending', nextTryAt, setAt: now };
}
