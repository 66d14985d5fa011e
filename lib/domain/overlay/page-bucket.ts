/** What a tab may still say: a number of messages at once, and one more after every pause. */
export type PageBucket = {
  readonly left: number;
  /** When that was so, ms since the epoch. */
  readonly at: number;
};

/** A rep turns over a handful of pages in a moment; a script turns over hundreds. */
export const MESSAGES_AT_ONCE = 10;
export const ONE_MORE_AFTER_MS = 3_000;

/** The bucket without one message more; undefined when it is empty. A clock set back fills nothing. */
export function takeOne(bucket: PageBucket | undefined, now: number): PageBucket | undefined {
  const left = filled(bucket, now);
  return left < 1 ? undefined : { left: left - 1, at: now };
}

/** Nothing is known of such a bucket that a new one would not know. */
export function isFull(bucket: PageBucket, now: number): boolean {
  return filled(bucket, now) >= MESSAGES_AT_ONCE;
}

function filled(bucket: PageBucket | undefined, now: number): number {
  if (!bucket) return MESSAGES_AT_ONCE;
  const gained = Math.max(0, now - bucket.at) / ONE_MORE_AFTER_MS;
  return Math.min(MESSAGES_AT_ONCE, bucket.left + gained);
}
