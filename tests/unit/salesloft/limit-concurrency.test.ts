import { expect, it } from 'vitest';
import { createConcurrencyLimit } from '@/lib/salesloft/limit-concurrency';

it('lets so many run at once, in order, and goes on after a failure', async () => {
  const inTurn = createConcurrencyLimit(2);
  const begun: number[] = [];
  const ends = Array.from({ length: 4 }, () => Promise.withResolvers<undefined>());
  const works = ends.map(({ promise }, index) => inTurn(() => (begun.push(index), promise)).catch(() => 'failed'));
  await expect.poll(() => begun).toEqual([0, 1]);
  ends[1]?.reject(new Error('no'));
  await expect.poll(() => begun).toEqual([0, 1, 2]);
  for (const end of ends) end.resolve(undefined);
  expect(await Promise.all(works)).toEqual([undefined, 'failed', undefined, undefined]);
  expect(begun).toEqual([0, 1, 2, 3]);
});
