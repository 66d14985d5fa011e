import { expect, it } from 'vitest';
import { offsetFrom } from '@/lib/domain/salesloft-clock';

it('learns from a reply’s date, and keeps what it knew from one without', () => {
  expect(offsetFrom(5_000, 3_000, { ms: 0 })).toEqual({ ms: 2_000 });
  expect(offsetFrom(0, 3_000, { ms: 7 })).toEqual({ ms: 7 });
});
