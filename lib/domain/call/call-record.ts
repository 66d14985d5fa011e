import type { Call } from './call';
import { EMPTY_DRAFT, type WrapUp } from './wrap-up-record';

/** A call from intent to receipt, with the rep's wrap-up and what happened when. */
export type CallRecord = {
  readonly call: Call;
  readonly wrapUp: WrapUp;
  /** True once the browser has ended with this call unfinished: the rep is asked what to do with it. */
  readonly wasInterrupted: boolean;
  readonly history: readonly HistoryLine[];
  /** Logged by itself as soon as it has ended: the rep asked for that with one key. */
  readonly logsItself?: boolean;
  /** Where the call's recording is heard; absent until the line's provider has told. */
  readonly recordingLink?: string;
  /** When the personal data in it was erased; ms since the epoch. */
  readonly erasedAt?: number;
};

/** Times in ms since the epoch; `what` is a short English word for exports, never shown as a sentence. */
export type HistoryLine = { readonly at: number; readonly what: string };

/** `notes` are what the rep finds in the wrap-up. */
export function newCallRecord(call: Call, notes = ''): CallRecord {
  return {
    call,
    wrapUp: { callId: call.callId, state: 'none', draft: { ...EMPTY_DRAFT, notes }, savedAt: 0 },
    wasInterrupted: false,
    history: [{ at: call.placedAt, what: 'placed' }],
  };
}

/** Live, or waiting for its wrap-up. */
export function isUnfinished(record: CallRecord): boolean {
  return record.wrapUp.state === 'none' || record.wrapUp.state === 'open';
}

/** The one call in hand: the newest unfinished one that the browser's end has not interrupted. */
export function callInHand(unfinished: readonly CallRecord[]): CallRecord | undefined {
  return unfinished.filter((record) => !record.wasInterrupted).at(-1);
}

/** The last sign of life of a call: its phone's word, the rep's typing, or what else was written down of it. */
export function lastSignOfLife({ call, wrapUp, history }: CallRecord): number {
  return Math.max(call.placedAt, call.lastSeenAt ?? 0, wrapUp.savedAt, ...history.map((line) => line.at));
}

export function withHistory(record: CallRecord, at: number, what: string): CallRecord {
  return { ...record, history: [...record.history, { at, what }] };
}
