import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** `npm run test:drive [-- --calls 1000 --seed 7]`: many calls through the assembled worker, in Node, under faults and kills. */
const { values } = parseArgs({
  options: { calls: { type: 'string', default: '1000' }, seed: { type: 'string', default: '' } },
});
const seed = values.seed === '' ? String(Math.floor(Math.random() * 1_000_000)) : values.seed;
const { status } = spawnSync('vitest', ['run', '--project', 'quick', 'tests/integration/drive.test.ts'], {
  cwd: join(import.meta.dirname, '..', '..'),
  env: { ...process.env, LOFTLINE_CALLS: values.calls, LOFTLINE_SEED: seed },
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
