import type { OutboxEntry } from '@/lib/domain/outbox';
import type { Outbox } from '@/lib/services/outbox-port';

/** An outbox in memory, with the promises of the store on disk. */
export function createMemoryOutbox(...entries: readonly OutboxEntry[]): Outbox & { readonly all: () => readonly OutboxEntry[] } {
  const rows = new Map(entries.map((entry) => [entry.entryId, entry]));
  const all = (): OutboxEntry[] => [...rows.values()];
  const isUnsent = (entry: OutboxEntry): boolean => ['pending', 'sending', 'dead'].includes(entry.state);
  const isInFlight = (entry: OutboxEntry): boolean => entry.state === 'pending' || entry.state === 'sending';
  return {
    all,
    read: (entryId) => Promise.resolve(rows.get(entryId)),
    change: (entryId, next) => {
      const before = rows.get(entryId);
      if (!before) return Promise.resolve(undefined);
      const after = next(before);
      rows.set(entryId, after);
      return Promise.resolve({ before, after });
    },
    claimNext: ({ isDue, mayGo, claim }) => {
      const found = all()
        .filter((entry) => entry.state === 'pending')
        .sort((one, other) => one.nextTryAt - other.nextTryAt)
        .find(
          (entry) =>
            isDue(entry) &&
            mayGo(entry) &&
            !all().some((other) => isInFlight(other) && other.personId === entry.personId && other.createdAt < entry.createdAt),
        );
      if (!found) return Promise.resolve(undefined);
      const claimed = claim(found);
      rows.set(claimed.entryId, claimed);
      return Promise.resolve(claimed);
    },
    changePending: (next) => {
      for (const entry of all().filter((one) => one.state === 'pending')) rows.set(entry.entryId, next(entry));
      return Promise.resolve();
    },
    listSending: () => Promise.resolve(all().filter((entry) => entry.state === 'sending')),
    listUnsent: (limit) => Promise.resolve(all().filter(isUnsent).slice(0, limit)),
    listRecent: (limit) => Promise.resolve(all().sort((one, other) => other.createdAt - one.createdAt).slice(0, limit)),
    receiptsOf: (personId) =>
      Promise.resolve(
        new Set(all().flatMap((entry) => (entry.personId === personId && entry.receipt ? [entry.receipt.loggedCallId] : []))),
      ),
    nextPending: () =>
      Promise.resolve(
        all()
          .filter((entry) => entry.state === 'pending')
          .sort((one, other) => one.nextTryAt - other.nextTryAt)[0],
      ),
    counts: () =>
      Promise.resolve({
        unsent: all().filter(isUnsent).length,
        needsAttention: all().filter((entry) => entry.state === 'dead').length,
      }),
  };
}
