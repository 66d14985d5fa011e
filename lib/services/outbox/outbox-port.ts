import type { Changed } from '@/lib/domain/core/changed';
import type { EntryId } from '@/lib/domain/core/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import type { OutboxGroup, OutboxSpan } from '@/lib/domain/outbox/outbox-place';

/** Where entries are kept; every write is one strict transaction. */
export type Outbox = {
  read(entryId: EntryId): Promise<OutboxEntry | undefined>;
  /** Undefined when there is no such entry. `next` returns the same entry for "no change". */
  change(entryId: EntryId, next: (entry: OutboxEntry) => OutboxEntry): Promise<Changed<OutboxEntry> | undefined>;
  claimNext(rules: {
    readonly isDue: (entry: OutboxEntry) => boolean;
    readonly mayGo: (entry: OutboxEntry) => boolean;
    readonly claim: (entry: OutboxEntry) => OutboxEntry;
  }): Promise<OutboxEntry | undefined>;
  changePending(next: (entry: OutboxEntry) => OutboxEntry): Promise<void>;
  /** Every entry that needs the rep; resolves to how many were changed. */
  changeDead(next: (entry: OutboxEntry) => OutboxEntry): Promise<number>;
  listSending(): Promise<readonly OutboxEntry[]>;
  /** Which of the keys an entry holds that is not discarded. */
  heldKeys(keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Ids of Salesloft calls held as receipts by this person's entries. */
  receiptsOf(personId: string): Promise<ReadonlySet<string>>;
  /** When the next entry is due of those that may go and wait for no earlier one; undefined when there is none. */
  nextDueAt(mayGo: (entry: OutboxEntry) => boolean): Promise<number | undefined>;
  counts(): Promise<{ readonly unsent: number; readonly needsAttention: number }>;
};

/** The outbox as it is read for the rep: in stretches, never whole. */
export type OutboxPages = {
  /** Newest first, at most `limit`. */
  list(group: OutboxGroup, span: OutboxSpan, limit: number): Promise<readonly OutboxEntry[]>;
  /** How many were delivered since then, counted no further than `atMost`. */
  countDelivered(since: number, atMost: number): Promise<number>;
};
