import type { OutboxGroup, OutboxPlace, OutboxSpan } from './outbox-place';
import type { OutboxFilter, OutboxRow } from './outbox-row';

/** The outbox as the panel shows it. */
export type OutboxView = {
  /** Entries not yet delivered. */
  readonly unsent: number;
  readonly needsAttention: number;
  readonly deliveredToday: number;
  /** Until when Salesloft's rate limit keeps everything waiting; 0 when it does not. */
  readonly waitUntil: number;
  /** Newest first: the head of each group, a page at most; `outbox.list` has the rest. */
  readonly entries: readonly OutboxRow[];
};

export type OutboxListInput = { readonly group: OutboxGroup; readonly span: OutboxSpan; readonly filter: OutboxFilter };

export type OutboxPage = {
  /** Newest first. */
  readonly rows: readonly OutboxRow[];
  /** How far was looked: the next page comes after it; null when nothing is left. */
  readonly end: OutboxPlace | null;
};
