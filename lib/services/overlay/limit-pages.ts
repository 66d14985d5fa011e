import { DialerError } from '@/lib/domain/core/errors';
import { isFull, takeOne, type PageBucket } from '@/lib/domain/overlay/page-bucket';

/**
 * A bucket for each tab and each thing its page can say: a page that asks for one id after another learns a few names,
 * not the list. Memory is enough: while a worker is away, buckets fill.
 */
export function createPageLimit(now: () => number) {
  const buckets = new Map<string, PageBucket>();
  /** Throws DialerError `rate-limited`. */
  return (tabId: number, type: string): void => {
    for (const [key, bucket] of buckets) if (isFull(bucket, now())) buckets.delete(key);
    const key = `${String(tabId)} ${type}`;
    const left = takeOne(buckets.get(key), now());
    if (!left) throw new DialerError('rate-limited');
    buckets.set(key, left);
  };
}
