import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import { byRole, click, takePicture, waitForWords } from '../support/browser/act.ts';
import { callTo, endDay, inWorker, logged, logWith, startDay, type Day } from '../support/browser/day.ts';
import { waitForCallState } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';
import dumped from '../fixtures/database-v1.json' with { type: 'json' };

/** What versions of the database, and an area that Chrome empties, do to a rep's work. */
describe('what is stored', () => {
  let day: Day | undefined;
  afterEach(async () => {
    await endDay(day);
    day = undefined;
  });

  it('an upgrade that an older page holds up: said in words, nothing hangs, every row is there afterwards', async () => {
    const today = (day = await startDay({ listensToWorker: false }));
    const { panel } = today.rep;
    const older = await today.rep.loftline.openPage('microphone.html');
    await today.rep.loftline.killWorker();
    await holdVersionOne(older);
    await panel.bringToFront();
    await click(panel, 'button', 'Refresh');
    await waitForWords(panel, 'Close all other Loftline pages');
    await takePicture(panel, 'other-page', 'test-results/states');
    await older.close();
    await panel.bringToFront();
    await panel.waitForFunction(() => !document.body.innerText.includes('Close all other Loftline pages'), {
      timeout: 10_000,
      polling: 50,
    });
    await byRole(panel, 'tab', 'Outbox 6');
    expect(today.rep.loftline.errors.all()).toEqual([]);
  });

  it('a roll-back: the database of a later version is read and written as it is', async () => {
    const today = (day = await startDay());
    const { panel } = today.rep;
    await callTo(panel, 'Ann One');
    await panel.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('loftline', 9);
          opening.onupgradeneeded = () => opening.result.createObjectStore('of a later version');
          opening.onblocked = () => reject(new Error('the worker did not give way'));
          opening.onerror = () => reject(opening.error ?? new Error('not opened'));
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        }),
    );
    await logWith(panel, 'over the roll-back');
    await waitForWords(panel, 'In Salesloft as call');
    expect(logged(today)).toEqual(['over the roll-back']);
    expect(today.rep.loftline.errors.all()).toEqual([]);
  });

  it('a full storage.session: the log leaves all the same', async () => {
    const today = (day = await startDay());
    const { panel } = today.rep;
    await callTo(panel, 'Ann One');
    const refused = await inWorker(today, async () => {
      // As much as goes in, in smaller and smaller pieces, so that nothing more does.
      let refusals = 0;
      for (let size = 1 << 20; size >= 1 << 8; size >>= 1) {
        for (let number = 0; number < 12; number += 1) {
          await chrome.storage.session
            .set({ [`ballast-${size}-${number}`]: 'x'.repeat(size) })
            .catch(() => (refusals += 1));
        }
      }
      return refusals;
    });
    expect(refused).toBeGreaterThan(10);
    await logWith(panel, 'with no room in the session');
    await until('it is delivered', () => today.salesloft.world.calls.size === 1);
    expect(today.rep.loftline.errors.all()).toEqual([]);
  });

  it('a cleared storage.session: the call in hand is there again with its notes', async () => {
    const today = (day = await startDay());
    const { panel } = today.rep;
    await callTo(panel, 'Ann One');
    await (await byRole(panel, 'textbox', 'Notes')).type('half a note');
    await panel.evaluate(() => (document.activeElement as HTMLElement).blur());
    await until('the draft is saved', () =>
      inWorker(today, async () => JSON.stringify(await chrome.storage.session.get()).includes('half a note')),
    );
    await inWorker(today, async () => {
      // The sign-in cannot be made again from the disk, and is not what this is about.
      const kept = await chrome.storage.session.get(['grant:tokens', 'snapshot:signIn']);
      await chrome.storage.session.clear();
      await chrome.storage.session.set(kept);
    });
    await until('everything is published again', () =>
      inWorker(today, async () => {
        const names = Object.keys(await chrome.storage.session.get());
        return ['call', 'outbox', 'settings', 'storage'].every((name) => names.includes(`snapshot:${name}`));
      }),
    );
    await panel.reload();
    await waitForCallState(panel, 'Call ended');
    await logWith(panel, ' and the rest');
    await until('it is delivered', () => today.salesloft.world.calls.size === 1);
    expect(logged(today)).toEqual(['half a note and the rest']);
    expect(today.rep.loftline.errors.all()).toEqual([]);
  });
});

/** Puts a database of version 1 in place of the worker's, and holds it open as a page of that version would. */
async function holdVersionOne(page: Page): Promise<void> {
  await page.evaluate(async (dump) => {
    const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    await done(indexedDB.deleteDatabase('loftline'));
    const opening = indexedDB.open('loftline', dump.version);
    opening.onupgradeneeded = () => {
      for (const { store, indexes } of dump.schema) {
        const made = opening.result.createObjectStore(store);
        for (const { name, keyPath, unique } of indexes) made.createIndex(name, keyPath, { unique });
        for (const { key, value } of dump.rows[store] ?? []) made.put(value, key);
      }
    };
    await done(opening);
  }, versionOne());
}

function versionOne() {
  const { version, schema, calls, outbox, meta } = dumped;
  const rows: Record<string, readonly { readonly key: string; readonly value: unknown }[]> = { calls, outbox, meta };
  return { version, schema, rows };
}
