import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { figuresOf, judge, type Row } from './row.ts';
import type { Stage } from './stage.ts';

const LOGS = 10_000;
const BATCH = 500;
const ROOT = join(import.meta.dirname, '..', '..');

/** P17: ten thousand logs stored one by one by the extension's own stores, in turn with bare strict writes of the same rows. */
export async function measureEnqueue({ rep }: Stage): Promise<readonly Row[]> {
  const folder = await writeStoreExtension();
  const { browser } = rep.loftline;
  const id = await browser.installExtension(folder);
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${id}/page.html`);
  const time = async (what: 'enqueue' | 'bare', from: number): Promise<number> => {
    const ms: unknown = await page.evaluate((message) => chrome.runtime.sendMessage(message), {
      what,
      from,
      count: BATCH,
    });
    if (typeof ms !== 'number') throw new Error(`${what}: ${String(ms)}`);
    return ms / BATCH;
  };
  const ours: number[] = [];
  const bare: number[] = [];
  for (let from = 0; from < LOGS; from += BATCH) {
    bare.push(await time('bare', from));
    ours.push(await time('enqueue', from));
  }
  await page.close();
  rmSync(folder, { recursive: true, force: true });
  return [
    judge({ goal: 'P17', what: 'a log stored, one by one up to 10,000', unit: 'ms', limit: 2 }, figuresOf(ours), {
      reference: { what: 'a bare strict write of its row', value: figuresOf(bare).median },
    }),
  ];
}

async function writeStoreExtension(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'loftline-stores-'));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      outDir: folder,
      lib: {
        entry: join(import.meta.dirname, 'enqueue-worker.ts'),
        formats: ['iife'],
        name: 'stores',
        fileName: () => 'worker.js',
      },
    },
  });
  writeFileSync(join(folder, 'page.html'), '<!doctype html><meta charset="utf-8"><title>Stores</title>');
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Stores',
      version: '1',
      background: { service_worker: 'worker.js' },
      permissions: ['unlimitedStorage'],
    }),
  );
  return folder;
}
