import type { CallOwner } from './call';
import type { CallLog } from './call-log';
import type { CallId, EntryId, PersonId } from './ids';
import type { DeliveryReason } from './delivery';

/**
 * One call log on its way to Salesloft.
 *
 *   pending ──claim──► sending ──► delivered
 *      ▲                  │ ├────► pending (next attempt, or verify first)
 *      │                  │ └────► dead ──rep: retry, edit──► pending
 *      └──release stale───┘          └──rep: discard──► discarded
 */
export type EntryState = 'pending' | 'sending' | 'delivered' | 'dead' | 'discarded';

/** Salesloft's proof. */
export type Receipt = {
  readonly loggedCallId: string;
  /** The note Salesloft made of the notes; empty when it made none. */
  readonly noteId: string;
  /** When Salesloft says it was created; ms since the epoch. */
  readonly loggedAt: number;
  /** True when an unknown outcome was cleared by reading back rather than by the answer itself. */
  readonly foundByReading: boolean;
};

export type OutboxEntry = {
  readonly entryId: EntryId;
  readonly callId: CallId;
  /** `action:<id>`, `task:<id>` or `call:<callId>`: unique among entries not discarded. */
  readonly dedupeKey: string;
  readonly owner: CallOwner;
  readonly personId: PersonId;
  readonly personName: string;
  readonly log: CallLog;
  /** When the call began and the rep's zone at that time; a late log says it in its notes. */
  readonly calledAt: number;
  readonly timeZone: string;
  /** `XXXX-XXXX`, derived from the call id. */
  readonly ref: string;
  readonly state: EntryState;
  readonly createdAt: number;
  /** End of the undo window; ms since the epoch. */
  readonly heldUntil: number;
  /** Not sent or verified before this; ms since the epoch. */
  readonly nextTryAt: number;
  /** Clock when nextTryAt was set; a clock that went back makes it due at once. */
  readonly setAt: number;
  /** Attempts that could have reached Salesloft. */
  readonly attempts: number;
  /** Raised at every claim; a settle with a lower one is stale. */
  readonly claimToken: number;
  /** Set while an earlier attempt's outcome is unknown: read before writing again. */
  readonly verifyFirst: boolean;
  /** Start of the first attempt whose outcome is unknown, in Salesloft's time; 0 when there is none. */
  readonly unknownSince: number;
  /** Start of the latest attempt, own clock; 0 before the first. */
  readonly attemptStartedAt: number;
  readonly reason?: DeliveryReason;
  readonly receipt?: Receipt;
};
