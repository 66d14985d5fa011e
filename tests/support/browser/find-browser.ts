import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** The machine's Chrome or Chromium; on Debian it is installed when missing and that is allowed. */
export function findBrowser(): string {
  const found = places().find((place) => existsSync(place));
  if (found) return found;
  if (mayInstall()) {
    installChromium();
    const installed = places().find((place) => existsSync(place));
    if (installed) return installed;
  }
  throw new Error(
    `No Chrome or Chromium was found. Install one, or set CHROME_PATH to its program. Looked for:\n  ${places().join('\n  ')}`,
  );
}

/** Every place that is looked at, in order: CHROME_PATH alone when it is set. */
function places(): readonly string[] {
  const told = process.env['CHROME_PATH'];
  if (told) return [told];
  return [...inPath(), ...inUsualFolders()];
}

function inPath(): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const ending = process.platform === 'win32' ? '.exe' : '';
  // npm's own `.bin` folder holds no browser.
  const outside = folders.filter((folder) => !folder.includes('node_modules'));
  return outside.flatMap((folder) => NAMES.map((name) => join(folder, name + ending)));
}

function inUsualFolders(): readonly string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Google Chrome for Testing'].flatMap((app) =>
      ['/Applications', join(process.env['HOME'] ?? '', 'Applications')].map(
        (folder) => `${folder}/${app}.app/Contents/MacOS/${app}`,
      ),
    );
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
      ['Google\\Chrome', 'Chromium'].map((app) => `${process.env[variable] ?? ''}\\${app}\\Application\\chrome.exe`),
    );
  }
  return ['/opt/google/chrome/chrome', '/snap/bin/chromium', '/usr/lib/chromium/chromium'];
}

function mayInstall(): boolean {
  if (process.env['CHROME_PATH'] || process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  return process.getuid?.() === 0 || succeeds('sudo', ['-n', 'true']);
}

function installChromium(): void {
  console.log('No Chrome or Chromium here: installing Debian’s chromium …');
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const step of [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
  ]) {
    const [program = '', ...args] = [...sudo, ...step];
    if (!succeeds(program, args))
      throw new Error(`Chromium could not be installed: "${[program, ...args].join(' ')}" failed.`);
  }
}

function succeeds(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
