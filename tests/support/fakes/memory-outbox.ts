import { isSameOwner, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import { byPlace, groupOf, isWithin, placeOf } from '@/lib/domain/outbox/outbox-place';
import type { Outbox, OutboxPages } from '@/lib/services/outbox/outbox-port';

/** An outbox in memory, with the promises of the store on disk. */
export function createMemoryOutbox(
  ...entries: readonly OutboxEntry[]
): Outbox & { readonly all: () => readonly OutboxEntry[] } {
  const rows = new Map(entries.map((entry) => [entry.entryId, entry]));
  const all = (): OutboxEntry[] => [...rows.values()];
  const isUnsent = (entry: OutboxEntry): boolean => ['pending', 'sending', 'dead'].includes(entry.state);
  const isInFlight = (entry: OutboxEntry): boolean => entry.state === 'pending' || entry.state === 'sending';
  const isHeldBack = (entry: OutboxEntry): boolean =>
    all().some(
      (other) =>
        isInFlight(other) &&
        other.personId === entry.personId &&
        isSameOwner(other.owner, entry.owner) &&
        other.createdAt < entry.createdAt,
    );
  const inOrder = (): OutboxEntry[] =>
    all()
      .filter((entry) => entry.state === 'pending' && !isHeldBack(entry))
      .sort((one, other) => one.nextTryAt - other.nextTryAt);
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
      const found = inOrder().find((entry) => isDue(entry) && mayGo(entry));
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
    changeDead: (next) => {
      const changed = all().filter((entry) => entry.state === 'dead' && next(entry).state !== 'dead');
      for (const entry of changed) rows.set(entry.entryId, next(entry));
      return Promise.resolve(changed.length);
    },
    heldKeys: (keys) => {
      const held = new Set(
        all()
          .filter(({ state }) => state !== 'discarded')
          .map(({ dedupeKey }) => dedupeKey),
      );
      return Promise.resolve(new Set(keys.filter((key) => held.has(key))));
    },
    receiptsOf: (personId) =>
      Promise.resolve(
        new Set(
          all().flatMap((entry) => (entry.personId === personId && entry.receipt ? [entry.receipt.loggedCallId] : [])),
        ),
      ),
    nextDueAt: (mayGo) => Promise.resolve(inOrder().find(mayGo)?.nextTryAt),
    counts: () =>
      Promise.resolve({
        unsent: all().filter(isUnsent).length,
        needsAttention: all().filter((entry) => entry.state === 'dead').length,
      }),
  };
}

/** The same entries in stretches, as the store on disk gives them. */
export function createMemoryPages(all: () => readonly OutboxEntry[]): OutboxPages {
  return {
    list: (group, span, limit) =>
      Promise.resolve(
        all()
          .filter((entry) => groupOf(entry) === group && isWithin(placeOf(entry), span))
          .sort((one, other) => byPlace(placeOf(one), placeOf(other)))
          .slice(0, limit),
      ),
    countDelivered: (since, atMost) =>
      Promise.resolve(
        Math.min(atMost, all().filter((entry) => entry.state === 'delivered' && placeOf(entry).at >= since).length),
      ),
  };
}
