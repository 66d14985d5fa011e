import { describe, expect, it } from 'vitest';
import { OVERSCAN, placeRows } from '@/components/outbox/place-rows';

const HEIGHTS = Array.from({ length: 10_000 }, (_none, index) => 100 + (index % 3) * 50);

describe('the rows of a long list', () => {
  it('are drawn where they stand, and only those in sight with some on either side', () => {
    const { rows, height } = placeRows(HEIGHTS, { top: 600_000, height: 900 }, []);
    expect(height).toBe(HEIGHTS.reduce((sum, one) => sum + one, 0));
    expect(rows[0]?.top).toBeGreaterThan(600_000 - OVERSCAN - 250);
    expect(rows.at(-1)?.top).toBeLessThan(600_000 + 900 + OVERSCAN);
    expect(rows.length).toBeLessThan(40);
    for (const { index, top } of rows) expect(top).toBe(HEIGHTS.slice(0, index).reduce((sum, one) => sum + one, 0));
  });

  it('include one that is being written in, however far away', () => {
    const { rows } = placeRows(HEIGHTS, { top: 0, height: 900 }, [9_999]);
    expect(rows.at(-1)?.index).toBe(9_999);
    expect(placeRows([], { top: 0, height: 900 }, [])).toEqual({ rows: [], height: 0 });
  });
});
