import { expect, it } from 'vitest';
import { readRegion } from '@/lib/domain/settings/read-region';

it.each([
  ['DE', 'DE'],
  ['de', 'DE'],
  [' gb ', 'GB'],
  ['UK', 'GB'],
  ['uk', 'GB'],
  ['XK', 'XK'],
  ['+1900', '+1900'],
  ['+1 900', '+1900'],
  ['+1 (900)', '+1900'],
  ['+44-906', '+44906'],
])('understands %s', (written, region) => {
  expect(readRegion(written)).toBe(region);
});

it.each(['', 'USA', 'Germany', 'ZZ', 'EU', 'XX', 'U', '1900', '+', '+0900', '+1900x', '00881', 'D1'])(
  'refuses %s',
  (written) => {
    expect(readRegion(written)).toBeUndefined();
  },
);
