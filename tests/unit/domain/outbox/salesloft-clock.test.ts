import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetFrom } from '@/lib/domain/outbox/salesloft-clock';

describe('Salesloft’s clock', () => {
  it('is learnt from a reply’s date, and what is known stays with one that has none', () => {
    expect(offsetFrom({ serverAt: 5_000, askedAt: 2_950, cameAt: 3_000 }, { ms: 0 })).toEqual({ ms: 2_000 });
    expect(offsetFrom({ serverAt: 5_000, askedAt: 12_000, cameAt: 12_050 }, { ms: 0 })).toEqual({ ms: -6_001 });
    expect(offsetFrom({ serverAt: 0, askedAt: 2_950, cameAt: 3_000 }, { ms: 7 })).toEqual({ ms: 7 });
  });

  it('is not set back by a reply that was an hour under way, because the computer slept', () => {
    expect(offsetFrom({ serverAt: 100_000, askedAt: 99_900, cameAt: 3_700_000 }, { ms: 300 })).toEqual({ ms: 300 });
  });

  it('once known to a second, is never further off, however long replies take', () => {
    const reply = fc.record({
      goes: fc.integer({ min: 0, max: 30_000 }),
      comes: fc.integer({ min: 0, max: 3_600_000 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: -86_400_000, max: 86_400_000 }), fc.array(reply), (truth, replies) => {
        let now = 1_000_000_000;
        const dated = (goes: number, comes: number) => {
          const askedAt = now;
          now += goes;
          const serverAt = Math.floor((now + truth) / 1_000) * 1_000;
          now += comes;
          return { serverAt, askedAt, cameAt: now };
        };
        let offset = offsetFrom(dated(0, 0), { ms: 0 });
        for (const { goes, comes } of replies) offset = offsetFrom(dated(goes, comes), offset);
        expect(Math.abs(offset.ms - truth)).toBeLessThan(1_000);
      }),
    );
  });
});
