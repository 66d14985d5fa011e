import type { ApiFailure } from '@/lib/domain/core/api-result';
import { backoffMs } from '@/lib/domain/outbox/backoff';
import type { CallId } from '@/lib/domain/core/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';

/** A link to a recording that is not proved to be in its call's note. */
export type LateRecording = {
  readonly callId: CallId;
  readonly link: string;
  /** Tries to change the note that failed. */
  readonly tries: number;
  /** ms since the epoch, and the clock when it was set: a clock that went back makes it due at once. */
  readonly nextTryAt: number;
  readonly setAt: number;
};

/** Where a link goes, by where its call's log is. */
export type LinkPlace =
  /** With the log, when that leaves. */
  | { readonly kind: 'waits' }
  | { readonly kind: 'note'; readonly noteId: string }
  | { readonly kind: 'none'; readonly why: LinkLoss };

/** For the call's history. */
export type LinkLoss = 'already in the note' | 'the call has no log' | 'the log has no note';

/** Long enough for an outage, short enough that the link is still useful. */
const MOST_TRIES = 12;
const LONGEST_WAIT_MS = 60 * 60_000;

/** `isDecided`: no log of the call will come any more. `entry` is the one not discarded. */
export function placeOf(late: LateRecording, entry: OutboxEntry | undefined, isDecided: boolean): LinkPlace {
  if (!entry) return isDecided ? { kind: 'none', why: 'the call has no log' } : { kind: 'waits' };
  if (entry.state !== 'delivered' || !entry.receipt) return { kind: 'waits' };
  // What was read back may be an earlier attempt, from before the link came.
  if (entry.sentLink === late.link && !entry.receipt.foundByReading)
    return { kind: 'none', why: 'already in the note' };
  const { noteId } = entry.receipt;
  return noteId === '' ? { kind: 'none', why: 'the log has no note' } : { kind: 'note', noteId };
}

/** After a request that failed: what waits to be tried again; undefined when Salesloft will go on refusing. */
export function afterLinkFailure(
  late: LateRecording,
  failure: ApiFailure,
  now: number,
  random: number,
): LateRecording | undefined {
  if (failure.kind === 'notSent' || failure.status === 401 || failure.status === 429)
    return waiting(late, late.tries, now, random);
  const isRefusal = failure.status >= 400 && failure.status < 500 && failure.status !== 408;
  const tries = late.tries + 1;
  return isRefusal || tries >= MOST_TRIES ? undefined : waiting(late, tries, now, random);
}

export function isLinkDue(late: LateRecording, now: number): boolean {
  return late.nextTryAt <= now || late.setAt > now;
}

function waiting(late: LateRecording, tries: number, now: number, random: number): LateRecording {
  return {
    ...late,
    tries,
    setAt: now,
    nextTryAt: now + Math.min(LONGEST_WAIT_MS, backoffMs(Math.max(1, tries), random)),
  };
}
