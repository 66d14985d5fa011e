import type { OutboxEntry } from './outbox';
import { asId, type EntryId } from '@/lib/domain/core/ids';

/** The parts of the outbox list. Within each, the newest comes first. */
export type OutboxGroup = 'needsAttention' | 'waiting' | 'delivered';

/** Where an entry stands in its group: by when it was logged, delivered ones by Salesloft's time of receipt. */
export type OutboxPlace = { readonly at: number; readonly entryId: EntryId };

/** A stretch of a group: older than `after`, and not older than `until`; without them, from the top and to the end. */
export type OutboxSpan = { readonly after?: OutboxPlace; readonly until?: OutboxPlace };

export function groupOf({ state }: OutboxEntry): OutboxGroup | undefined {
  if (state === 'dead') return 'needsAttention';
  if (state === 'delivered') return 'delivered';
  return state === 'discarded' ? undefined : 'waiting';
}

export function placeOf(entry: OutboxEntry): OutboxPlace {
  return { at: entry.state === 'delivered' ? (entry.receipt?.loggedAt ?? 0) : entry.createdAt, entryId: entry.entryId };
}

/** For sorting: newest first; ids decide between two of the same moment. */
export function byPlace(one: OutboxPlace, other: OutboxPlace): number {
  if (one.at !== other.at) return other.at - one.at;
  return one.entryId < other.entryId ? 1 : one.entryId > other.entryId ? -1 : 0;
}

export function isWithin(place: OutboxPlace, { after, until }: OutboxSpan): boolean {
  return (!after || byPlace(place, after) > 0) && (!until || byPlace(place, until) <= 0);
}

/** Everything from a moment on; no id comes before the empty one. */
export function sinceTime(at: number): OutboxSpan {
  return { until: { at, entryId: asId<EntryId>('') } };
}
