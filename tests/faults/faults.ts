import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../support/browser/find-browser.ts';
import { makeChance } from './chance.ts';
import { progressLine, reportLines } from './report.ts';
import { runRow, type FaultRow, type RowResult } from './row.ts';
import { ROWS } from './rows/all-rows.ts';

/** `npm run test:faults`: every row, or those asked for, with the production build in real Chromium. */
const ROOT = join(import.meta.dirname, '..', '..');

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    rows: { type: 'string' },
    rounds: { type: 'string' },
    short: { type: 'boolean' },
  },
});
const seed = readWhole(values.seed, 'seed') ?? Math.floor(Math.random() * 1_000_000);
const rounds = readWhole(values.rounds, 'rounds');
const isShort = values.short === true;
const wanted = values.rows?.split(',').map((id) => id.trim().toUpperCase());
const unknown = wanted?.filter((id) => !ROWS.some((row) => row.id === id)) ?? [];
if (unknown.length > 0)
  stop(`There is no row ${unknown.join(', ')}. There are ${ROWS.map(({ id }) => id).join(', ')}.`);
const rows = ROWS.filter((row) => (wanted ? wanted.includes(row.id) : !isShort || row.shortRounds > 0));

console.log(`Browser: ${findBrowser()}; seed ${seed}`);
const built = spawnSync('wxt', ['build'], {
  cwd: ROOT,
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
if (built.status !== 0) stop('The extension could not be built.');

const began = Date.now();
// Rows that wait for minutes run beside the others: they need patience, not the machine.
const waiting = rows.filter((row) => row.mostlyWaits);
const working = rows.filter((row) => !row.mostlyWaits);
const results = await Promise.all([runInTurn([working, waiting]), runInTurn([waiting])]);
const inOrder = rows.flatMap((row) => results.flat().filter((result) => result.row === row));
console.log(`\n${reportLines(inOrder).join('\n')}\nseed ${seed}, ${Math.round((Date.now() - began) / 1_000)} s`);
process.exit(inOrder.every(({ trouble }) => trouble === '') ? 0 : 1);

/** Takes rows from the first queue that has any, until none has. */
async function runInTurn(queues: readonly FaultRow[][]): Promise<readonly RowResult[]> {
  const done: RowResult[] = [];
  const next = (): FaultRow | undefined => queues.find((queue) => queue.length > 0)?.shift();
  for (let row = next(); row; row = next()) {
    const usual = isShort && row.shortRounds > 0 ? row.shortRounds : row.rounds;
    const result = await runRow(row, { chance: makeChance(seed).branch(row.id), rounds: rounds ?? usual, isShort });
    console.log(progressLine(result));
    done.push(result);
  }
  return done;
}

function readWhole(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) stop(`--${name} takes a whole number.`);
  return Number(text);
}

function stop(words: string): never {
  console.error(words);
  process.exit(1);
}
