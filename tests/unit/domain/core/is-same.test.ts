import { expect, it } from 'vitest';
import { isSame } from '@/lib/domain/core/is-same';

it('compares what two values hold, not which they are', () => {
  expect(isSame({ kind: 'action', actionId: '1' }, { kind: 'action', actionId: '1' })).toBe(true);
  expect(isSame({ kind: 'action', actionId: '1' }, { kind: 'action', actionId: '2' })).toBe(false);
  expect([isSame(undefined, undefined), isSame(undefined, null)]).toEqual([true, false]);
});
