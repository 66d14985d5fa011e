// Starts a script of the project on a machine that has Node 20 and nothing else: installs what is missing, then runs it
// with the Node version the project brings. Plain JavaScript without packages, because there may be none yet.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const BIN = join(ROOT, 'node_modules', '.bin');
const SCRIPTS = {
  test: 'tests/tools/check.ts',
  demo: 'tests/tools/demo.ts',
  bench: 'tests/bench/bench.ts',
  'test:drive': 'tests/tools/drive.ts',
  'test:voice': 'tests/tools/voice.ts',
  'test:faults': 'tests/faults/faults.ts',
  simulator: 'tests/salesloft/cli.ts',
  package: 'tests/tools/package/package.ts',
  picture: 'tests/tools/readme-picture.ts',
};

const [name = '', ...parts] = process.argv.slice(2);
const script = SCRIPTS[name];
if (!script) stop(`Say what to run: ${Object.keys(SCRIPTS).join(', ')}.`);

const env = { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}` };
if (!hasPackages()) {
  console.log('Installing the packages of package-lock.json (about half a minute) …');
  run('npm', ['ci', '--no-audit', '--no-fund'], 'The packages could not be installed.');
}
if (!existsSync(join(ROOT, '.wxt', 'tsconfig.json'))) {
  run('npx', ['wxt', 'prepare'], 'WXT could not write its types.');
}
const child = spawnSync('node', [script, ...parts], {
  cwd: ROOT,
  env,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(child.status ?? 1);

/** npm writes `node_modules/.package-lock.json` at the end of each install: older than the lock means out of date. */
function hasPackages() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed) || !existsSync(join(ROOT, 'node_modules', 'node'))) return false;
  return statSync(installed).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs;
}

function run(command, args, trouble) {
  const done = spawnSync(command, args, { cwd: ROOT, env, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) stop(trouble);
}

function stop(words) {
  console.error(words);
  process.exit(1);
}
