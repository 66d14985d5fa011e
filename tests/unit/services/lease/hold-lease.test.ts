import { expect, it } from 'vitest';
import type { Lease } from '@/lib/domain/lease/lease';
import { createHoldLease } from '@/lib/services/lease/hold-lease';

function setUp(isBusy = true) {
  const world = { kept: undefined as Lease | undefined, published: [] as string[], reads: 0 };
  let last: Promise<void> = Promise.resolve();
  const makeWorker = () =>
    createHoldLease({
      read: () => {
        world.reads += 1;
        return Promise.resolve(world.kept);
      },
      write: (lease) => Promise.resolve(void (world.kept = lease)),
      publish: ({ holder, token }) => Promise.resolve(void world.published.push(`${holder} ${token}`)),
      isBusy: () => Promise.resolve(isBusy),
      underLock: (work) => (last = last.then(work)),
    });
  return { world, makeWorker, lease: makeWorker() };
}

it('gives it to one of two that ask at the same moment', async () => {
  const { lease } = setUp();
  const replies = await Promise.all([lease.acquire({ surfaceId: 'one' }), lease.acquire({ surfaceId: 'two' })]);
  expect(replies).toEqual([
    { kind: 'granted', token: 1 },
    { kind: 'denied', holder: 'one' },
  ]);
});

it('refuses the one that lost it, also by the next worker', async () => {
  const { lease, makeWorker } = setUp();
  await lease.acquire({ surfaceId: 'one' });
  await lease.acquire({ surfaceId: 'two', insteadOf: 'one' });
  const next = makeWorker();
  expect(await next.mayAct({ surfaceId: 'one', token: 1 })).toBe(false);
  expect(await next.mayAct({ surfaceId: 'two', token: 2 })).toBe(true);
  expect(await next.mayAct(undefined)).toBe(false);
});

it('is free when it was given back, and reads the disk once', async () => {
  const { lease, world } = setUp();
  await lease.acquire({ surfaceId: 'one' });
  await lease.release('one');
  expect(await lease.acquire({ surfaceId: 'two' })).toEqual({ kind: 'granted', token: 2 });
  expect(world.published).toEqual(['one 1', ' 1', 'two 2']);
  expect(world.reads).toBe(1);
});

it('publishes what it knows after a restart of the browser, or when an earlier worker died before it could', async () => {
  const { lease, makeWorker, world } = setUp();
  await lease.acquire({ surfaceId: 'one' });
  await makeWorker().restore(undefined);
  expect(world.published).toEqual(['one 1', 'one 1']);
  await makeWorker().restore({ holder: 'one', token: 1 });
  await makeWorker().restore({ holder: 'before', token: 0 });
  expect(world.published).toEqual(['one 1', 'one 1', 'one 1']);
});
