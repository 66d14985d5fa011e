import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { livelyWorld } from '../salesloft/worlds/lively.ts';
import { CLIENT_ID } from '../salesloft/builders/world.ts';
import { findBrowser } from '../support/browser/find-browser.ts';
import { launchLoftline } from '../support/browser/launch.ts';
import { openSidePanel } from '../support/browser/side-panel.ts';
import { saveSetting } from '../support/browser/act.ts';
import { walkMainJob } from '../support/browser/walk.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PICTURES = join(ROOT, 'demo-screenshots');

/**
 * Loftline beside a simulated Salesloft. With a display it is opened for you to use; without one it walks the main job
 * by itself and leaves pictures.
 */
async function main(): Promise<void> {
  console.log(`Browser: ${findBrowser()}`);
  build();
  const salesloft = await startSalesloft({ world: livelyWorld() });
  console.log(`A simulated Salesloft answers on 127.0.0.1:${salesloft.port}.`);
  if (hasDisplay() && !process.argv.includes('--walk')) return openForUse(salesloft);
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  const names = await walkMainJob(salesloft, PICTURES);
  await salesloft.stop();
  console.log(
    `\nThere is no display here, so the main job was walked for you. ${names.length} pictures are in ${PICTURES}:`,
  );
  for (const name of names) console.log(`  ${name}`);
}

function build(): void {
  console.log('Building the extension …');
  const { status, stdout } = spawnSync('wxt', ['build'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0 && existsSync(join(ROOT, '.output', 'chrome-mv3', 'manifest.json'))) return;
  console.error(stdout);
  throw new Error('The extension could not be built; the lines above say why.');
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== '';
}

async function openForUse(salesloft: Salesloft): Promise<void> {
  const loftline = await launchLoftline({
    salesloft,
    headless: false,
    microphone: 'prompt',
    windowSize: { width: 1_440, height: 920 },
    hasRealDevices: true,
  });
  const page = await loftline.openPage('options.html');
  await saveSetting(page, 'salesloft.clientId', CLIENT_ID);
  const app = await loftline.browser.newPage();
  await app.goto('https://app.salesloft.com/app/dashboard');
  await openSidePanel(loftline, app);
  await page.close();
  console.log('Chrome is open: press "Connect Salesloft" in the side panel, then call somebody. Close Chrome to end.');
  await new Promise((resolve) => loftline.browser.once('disconnected', resolve));
  await salesloft.stop();
}

await main();
