import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer';
import { startSalesloft } from '../salesloft/server.ts';
import { livelyWorld } from '../salesloft/worlds/lively.ts';
import { findBrowser } from '../support/browser/find-browser.ts';
import { walkMainJob } from '../support/browser/walk.ts';

const PICTURE = join(import.meta.dirname, '..', '..', 'docs', 'loftline.png');

/** Walks the main job and puts the pictures of three steps side by side for the README. */
const folder = mkdtempSync(join(tmpdir(), 'loftline-picture-'));
const salesloft = await startSalesloft({ world: livelyWorld() });
const names = await walkMainJob(salesloft, folder);
await salesloft.stop();
const shown = ['in-salesloft-light', 'calls-due-light', 'connected-dark'].map((part) => {
  const name = names.find((one) => one.endsWith(`${part}.png`)) ?? '';
  return `<img src="data:image/png;base64,${readFileSync(join(folder, name)).toString('base64')}">`;
});
const browser = await puppeteer.launch({
  executablePath: findBrowser(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
await page.setViewport({ width: 1_640, height: 820 });
await page.setContent(`<style>
  body { display: flex; gap: 18px; margin: 24px; background: #e9ecf6; align-items: flex-start }
  img { height: 760px; border-radius: 12px; box-shadow: 0 8px 30px #1c25492b }
</style>${shown.join('')}`);
await page.screenshot({ path: PICTURE });
await browser.close();
rmSync(folder, { recursive: true, force: true });
console.log(`Written: ${PICTURE}`);
