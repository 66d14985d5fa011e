import { expect, it } from 'vitest';
import { wordsForbid } from '@/lib/domain/guards/forbidding-words';

it.each([
  'DO NOT CALL',
  'do not dial!',
  "Don't call",
  'Don’t use',
  'DNC',
  'D.N.C.',
  '(dnc)',
  'never call',
  'no calls',
  'wrong number',
  'wrong #',
  'WRONG',
  'bad number -',
  'not in service',
  'disconnected',
  'REMOVED',
  'remove me',
  'STOP',
  'opted out',
  'opt-out 2025',
  'no longer with company',
  'nicht anrufen',
  'ne pas appeler',
])('forbids: %s', (words) => {
  expect(wordsForbid(words)).toBe(true);
});

it.each(['', 'direct', 'cell', 'call after 5', 'assistant: Joan', 'Badri', 'Donna', 'old town office'])(
  'says nothing against a call: %s',
  (words) => {
    expect(wordsForbid(words)).toBe(false);
  },
);
