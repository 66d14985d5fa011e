import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from '../support/browser/find-browser.ts';
import { missingPhoneSystem } from '../voice/packages.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Calls on real lines: `npm run test:voice -- --times 10`. Repeated, a call is cut in every way for every length. */
function main(): void {
  const times = Number(process.argv[process.argv.indexOf('--times') + 1] ?? 1) || 1;
  console.log(`Browser: ${findBrowser()}`);
  const missing = missingPhoneSystem();
  if (missing !== undefined) {
    console.error(missing);
    process.exit(1);
  }
  if (times > 1) process.env['LOFTLINE_CUTS'] = 'all';
  run('wxt', ['build']);
  for (let round = 1; round <= times; round += 1) {
    console.log(`\nRound ${round} of ${times}`);
    run('vitest', ['run', '--project', 'voice']);
  }
  console.log(`\n${times} of ${times} rounds good`);
}

function run(program: string, args: readonly string[]): void {
  const { status } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

main();
