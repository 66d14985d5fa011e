import { describe, expect, it } from 'vitest';
import { findReference, referenceFrom } from '@/lib/domain/outbox/reference';

describe('a call’s reference', () => {
  it('is eight signs of 40 bits, without the ones people confuse', () => {
    expect(referenceFrom(new Uint8Array([0, 0, 0, 0, 0]))).toBe('AAAA-AAAA');
    expect(referenceFrom(new Uint8Array([255, 255, 255, 255, 255]))).toBe('9999-9999');
    expect(referenceFrom(new Uint8Array([0b00001_000, 0b10_00011_0, 0b0100_0010, 0b1_00110_00, 0b111_01000]))).toBe(
      'BCDE-FGHJ',
    );
  });

  it('is found as the last one of a note', () => {
    expect(findReference('old: ref AAAA-BBBB\nnew words\n\nref K7MQ-2XWD')).toBe('K7MQ-2XWD');
  });

  it('is not found where there is none', () => {
    expect(findReference('reference K7MQ-2XWD, ref 0000-1111')).toBeUndefined();
  });
});
