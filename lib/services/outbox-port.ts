import type { Changed } from '@/lib/domain/changed';
import type { EntryId } from '@/lib/domain/ids';
import type { OutboxEntry } from '@/lib/domain/outbox';

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
  listSending(): Promise<readonly OutboxEntry[]>;
  listUnsent(limit: number): Promise<readonly OutboxEntry[]>;
  listRecent(limit: number): Promise<readonly OutboxEntry[]>;
  /** Ids of Salesloft calls held as receipts by this person's entries. */
  receiptsOf(personId: string): Promise<ReadonlySet<string>>;
  nextPending(): Promise<OutboxEntry | undefined>;
  counts(): Promise<{ readonly unsent: number; readonly needsAttention: number }>;
};
