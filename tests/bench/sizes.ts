import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUILD_FOLDER } from '../support/browser/launch.ts';
import { judge, single, type Row } from './row.ts';

/** JavaScript that RingCentral App Connect 1.6.6 with its Embeddable parses in its popup; measured once, offline. */
const APP_CONNECT_KB = 19_549;
const APP_CONNECT = 'App Connect 1.6.6, same job';

/** P6, P7, P8 and P10: what is shipped, in bytes; they do not depend on the machine. */
export function measureSizes(): readonly Row[] {
  const panel = scriptsOf('sidepanel.html');
  const raw = kiloBytes(panel);
  const zipped = panel.reduce((sum, name) => sum + gzipSync(read(name)).length, 0) / 1_000;
  return [
    judge({ goal: 'P6', what: 'panel’s JavaScript', unit: 'kB', limit: 150 / APP_CONNECT_KB }, single(raw), {
      reference: { what: APP_CONNECT, value: APP_CONNECT_KB },
    }),
    judge({ goal: 'P6', what: 'panel’s JavaScript, gzip', unit: 'kB', limit: 45 }, single(zipped)),
    judge({ goal: 'P7', what: 'worker’s file', unit: 'kB', limit: 120 }, single(kiloBytes(['background.js']))),
    judge(
      { goal: 'P8', what: 'phone page before a line is chosen', unit: 'kB', limit: 40 },
      single(kiloBytes(scriptsOf('offscreen.html'))),
    ),
    judge({ goal: 'P10', what: 'zip', unit: 'kB', limit: 1_000 }, single(measureZip())),
  ];
}

/** A page's scripts and everything they import at once; what is loaded later by `import()` is left out. */
function scriptsOf(page: string): readonly string[] {
  const found = new Set<string>();
  const follow = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const match of read(name)
      .toString()
      .matchAll(/(?:from|import)"\.\/([^"]+)"/g))
      follow(`chunks/${match[1] ?? ''}`);
  };
  for (const match of read(page)
    .toString()
    .matchAll(/<script[^>]+src="\/([^"]+)"/g))
    follow(match[1] ?? '');
  return [...found];
}

function kiloBytes(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + statSync(join(BUILD_FOLDER, name)).size, 0) / 1_000;
}

function read(name: string): Buffer {
  return readFileSync(join(BUILD_FOLDER, name));
}

function measureZip(): number {
  const root = join(BUILD_FOLDER, '..', '..');
  execFileSync('npx', ['wxt', 'zip'], { cwd: root, stdio: 'ignore', shell: process.platform === 'win32' });
  const output = join(root, '.output');
  const zip = readdirSync(output).find((name) => name.endsWith('-chrome.zip'));
  if (!zip || !existsSync(join(output, zip))) throw new Error('wxt zip made no file.');
  return statSync(join(output, zip)).size / 1_000;
}
