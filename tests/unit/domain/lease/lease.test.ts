import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grantLease, mayActWith, readClaim, releaseLease, type Lease } from '@/lib/domain/lease/lease';

const held: Lease = { holder: 'one', token: 4 };

describe('the lease', () => {
  it.each([
    {
      name: 'nobody has ever held it',
      lease: undefined,
      wish: { surfaceId: 'two' },
      isBusy: true,
      after: { holder: 'two', token: 1 },
    },
    {
      name: 'it was given back',
      lease: { holder: '', token: 4 },
      wish: { surfaceId: 'two' },
      isBusy: true,
      after: { holder: 'two', token: 5 },
    },
    {
      name: 'its holder has nothing in hand',
      lease: held,
      wish: { surfaceId: 'two' },
      isBusy: false,
      after: { holder: 'two', token: 5 },
    },
    {
      name: 'its holder is named',
      lease: held,
      wish: { surfaceId: 'two', insteadOf: 'one' },
      isBusy: true,
      after: { holder: 'two', token: 5 },
    },
  ])('passes on when $name', ({ lease, wish, isBusy, after }) => {
    expect(grantLease(lease, wish, isBusy)).toEqual(after);
  });

  it('stays with whoever has something in hand, and with whoever has taken over meanwhile', () => {
    expect(grantLease(held, { surfaceId: 'two' }, true)).toBeUndefined();
    expect(grantLease(held, { surfaceId: 'two', insteadOf: 'three' }, true)).toBeUndefined();
    expect(grantLease(held, { surfaceId: 'one' }, true)).toBe(held);
  });

  it('is given back by its holder alone, and keeps its token', () => {
    expect(releaseLease(held, 'one')).toEqual({ holder: '', token: 4 });
    expect(releaseLease(held, 'two')).toBe(held);
  });

  it.each([
    { claim: { surfaceId: 'one', token: 4 }, isBusy: true, may: true },
    { claim: { surfaceId: 'one', token: 3 }, isBusy: false, may: false },
    { claim: { surfaceId: 'two', token: 4 }, isBusy: false, may: false },
    { claim: undefined, isBusy: true, may: false },
    { claim: undefined, isBusy: false, may: true },
  ])('lets $claim act while busy is $isBusy: $may', ({ claim, isBusy, may }) => {
    expect(mayActWith(held, claim, isBusy)).toBe(may);
  });

  it('never lets two surfaces act at once, whatever they ask for', () => {
    const who = fc.constantFrom('one', 'two', 'three');
    const step = fc.record({
      who,
      insteadOf: fc.option(who, { nil: undefined }),
      isBusy: fc.boolean(),
      gives: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let lease: Lease | undefined;
        const claims = new Map<string, number>();
        for (const { who: surfaceId, insteadOf, isBusy, gives } of steps) {
          if (gives) lease = releaseLease(lease, surfaceId);
          else {
            const after = grantLease(lease, { surfaceId, ...(insteadOf ? { insteadOf } : {}) }, isBusy);
            if (after) claims.set(surfaceId, after.token);
            lease = after ?? lease;
          }
          const acting = [...claims].filter(([id, token]) => mayActWith(lease, { surfaceId: id, token }, true));
          expect(acting.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

it.each([
  [
    { surfaceId: 'one', token: 4 },
    { surfaceId: 'one', token: 4 },
  ],
  [{ surfaceId: 'one', token: '4' }, undefined],
  [{ token: 4 }, undefined],
  ['one', undefined],
  [null, undefined],
  [undefined, undefined],
])('reads the claim %o as %o', (given, claim) => {
  expect(readClaim(given)).toEqual(claim);
});
