import { expect, it } from 'vitest';
import {
  MESSAGES_AT_ONCE,
  ONE_MORE_AFTER_MS,
  isFull,
  takeOne,
  type PageBucket,
} from '@/lib/domain/overlay/page-bucket';

/** How many of so many messages, so far apart, are let through. */
function passing(
  messages: number,
  apart: number,
  from = 1_000,
): { readonly passed: number; readonly bucket: PageBucket } {
  let bucket: PageBucket = { left: MESSAGES_AT_ONCE, at: from };
  let passed = 0;
  for (let index = 0; index < messages; index += 1) {
    const next = takeOne(bucket, from + index * apart);
    if (next) {
      bucket = next;
      passed += 1;
    }
  }
  return { passed, bucket };
}

it('lets a handful through at once, and one more after each pause', () => {
  expect(passing(200, 0).passed).toBe(MESSAGES_AT_ONCE);
  expect(passing(200, ONE_MORE_AFTER_MS).passed).toBe(200);
  expect(passing(60, 1_000).passed).toBe(MESSAGES_AT_ONCE + 19);
});

it('is full again after a while, and not before', () => {
  const { bucket } = passing(MESSAGES_AT_ONCE, 0);
  expect(isFull(bucket, bucket.at + MESSAGES_AT_ONCE * ONE_MORE_AFTER_MS - 1)).toBe(false);
  expect(isFull(bucket, bucket.at + MESSAGES_AT_ONCE * ONE_MORE_AFTER_MS)).toBe(true);
});

it('gains nothing when the clock is set back, and goes on from there', () => {
  const { bucket } = passing(MESSAGES_AT_ONCE, 0, 10_000_000);
  expect(takeOne(bucket, 1_000)).toBeUndefined();
});
