import { describe, expect, it } from 'vitest';
import { makeChance } from './chance.ts';
import { runRow } from './row.ts';
import { ROWS } from './rows/all-rows.ts';

/** One seed, the same each time; `npm run test:faults` has all rows, more rounds, and a seed of its own. */
const SEED = 3;

describe(`the fault suite in short, seed ${SEED}`, () => {
  it.each(ROWS.filter(({ shortRounds }) => shortRounds > 0).map((row) => ({ row, name: `${row.id} ${row.title}` })))(
    '$name',
    async ({ row }) => {
      const { trouble } = await runRow(row, {
        chance: makeChance(SEED).branch(row.id),
        rounds: row.shortRounds,
        isShort: true,
      });
      expect(trouble).toBe('');
    },
  );
});
