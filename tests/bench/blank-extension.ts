import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILD_FOLDER } from '../support/browser/launch.ts';

/** Answers a message, or makes one strict write first; nothing else is in it. */
const WORKER = `
const opened = new Promise((resolve) => {
  const request = indexedDB.open('blank', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('rows');
  request.onsuccess = () => resolve(request.result);
});
async function put(row) {
  const database = await opened;
  const began = performance.now();
  const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
  transaction.objectStore('rows').put(row, row.id);
  await new Promise((resolve) => { transaction.oncomplete = resolve; });
  return performance.now() - began;
}
chrome.runtime.onMessage.addListener((message, _sender, respond) => {
  if (message.put === undefined) { respond('here'); return false; }
  void put(message.put).then(respond);
  return true;
});
`;

/** The yardstick: an extension with a blank page and a worker that does next to nothing. Resolves to its folder. */
export function writeBlankExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loftline-blank-'));
  cpSync(join(BUILD_FOLDER, 'icons'), join(folder, 'icons'), { recursive: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'worker.js'), WORKER);
  writeFileSync(
    join(folder, 'blank.html'),
    '<!doctype html><meta charset="utf-8"><title>Blank</title><body>Blank</body>',
  );
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ manifest_version: 3, name: 'Blank', version: '1', background: { service_worker: 'worker.js' } }),
  );
  return folder;
}
