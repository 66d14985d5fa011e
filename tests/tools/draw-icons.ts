// Draws public/icons from the two drawings in docs/brand, each at its true size: `node tests/tools/draw-icons.ts`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer';
import { findBrowser } from '../support/browser/find-browser.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SIZES = [16, 32, 48, 128] as const;

const browser = await puppeteer.launch({
  executablePath: findBrowser(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const size of SIZES) {
  const drawing = readFileSync(join(ROOT, 'docs', 'brand', size < 32 ? 'loftline-small.svg' : 'loftline.svg'), 'utf8');
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${drawing}`,
  );
  await page.screenshot({ path: join(ROOT, 'public', 'icons', `loftline-${size}.png`), omitBackground: true });
}
await browser.close();
