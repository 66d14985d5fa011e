import { expect, it } from 'vitest';
import { firstDialable } from '@/lib/domain/call/person';
import { aPersonNumber } from '@/tests/support/builders/builders';

it('is the first number that can be dialed, or none', () => {
  const { e164: _e164, ...reception } = aPersonNumber({ raw: 'ask reception' });
  const mobile = aPersonNumber({ kind: 'mobile' });
  expect(firstDialable({ numbers: [reception, mobile, aPersonNumber()] })).toBe(mobile);
  expect(firstDialable({ numbers: [reception] })).toBeUndefined();
});
