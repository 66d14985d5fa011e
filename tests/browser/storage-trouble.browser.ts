import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import { isOffline } from '../salesloft/scenarios/outages.ts';
import { byRole, click, takePicture, waitForWords } from '../support/browser/act.ts';
import { callTo, endDay, logged, logWith, startDay, type Day } from '../support/browser/day.ts';
import { findFaults } from '../support/browser/find-faults.ts';
import { mayUsePrivateMounts } from '../support/browser/policy-file.ts';
import { waitForCallState } from '../support/browser/rep.ts';
import { withClosedDatabase, withSmallDisk } from '../support/browser/small-disk.ts';
import { until } from '../support/browser/until.ts';

/** More than is left of the last block of the database's file: a full disk must refuse it. */
const LONG = `\n${'and much more that was said. '.repeat(300)}`;
/** The longest a rep may wait for what was not saved, once there is room again. */
const SAVED_WITHIN_MS = 10_000;

/** What a failing disk does to a rep's work, and what the panel then says. */
describe('the disk', () => {
  let day: Day | undefined;
  const rest: (() => void)[] = [];
  afterEach(async () => {
    for (const put of rest.splice(0)) put();
    await endDay(day);
    day = undefined;
  });

  it.runIf(mayUsePrivateMounts())(
    'a full disk: nothing is lost, the rep is told, and it is saved within 10 s of free space',
    async () => {
      const disk = withSmallDisk();
      rest.push(disk.remove);
      const today = (day = await startDay({ program: disk.program, profileDir: disk.profileDir }));
      const { panel } = today.rep;
      await callTo(panel, 'Ann One');
      disk.fill(today.rep.loftline.browser);
      await logWith(panel, `typed on a full disk${LONG}`);
      await waitForWords(panel, 'Not saved to disk');
      await waitForWords(panel, 'Free some space and keep Chrome open');
      await waitForWords(panel, '1 call is in memory only.');
      for (const theme of ['light', 'dark']) {
        await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
        await panel.setViewport({ width: 320, height: 900 });
        await takePicture(panel, `disk-full-${theme}`, 'test-results/states');
        expect(await findFaults(panel)).toEqual([]);
      }
      expect(posts(today)).toBe(0);

      // The next call goes on, with the panel closed and opened, and the worker stopped in between.
      await callTo(panel, 'Ben Two');
      await panel.close();
      await today.rep.loftline.killWorker();
      const reopened = await today.rep.loftline.openPanel();
      today.rep = { ...today.rep, panel: reopened };
      await waitForWords(reopened, 'Not saved to disk');
      await waitForCallState(reopened, 'Call ended');
      await logWith(reopened, 'the next one too');
      await waitForWords(reopened, '2 calls are in memory only.');
      await click(reopened, 'tab', 'Outbox 2');
      expect(posts(today)).toBe(0);

      const exported = await exportFrom(reopened, rest);
      expect(exported).toMatchObject({
        logsNotInSalesloft: [
          { person: 'Ben Two', notes: 'the next one too', disposition: 'Connected', savedToDisk: false },
          { person: 'Ann One', notes: `typed on a full disk${LONG}`, disposition: 'Connected', savedToDisk: false },
        ],
      });

      const freedAt = Date.now();
      disk.free(today.rep.loftline.browser);
      await reopened.waitForFunction(() => !document.body.innerText.includes('Not saved to disk'), {
        timeout: SAVED_WITHIN_MS,
        polling: 50,
      });
      console.log(`saved ${Date.now() - freedAt} ms after there was room`);
      await until('both are delivered', () => today.salesloft.world.calls.size === 2);
      expect(logged(today)).toEqual(['the next one too', 'typed on a full disk']);
      expect(posts(today)).toBe(2);
      await waitForWords(reopened, 'Delivered');
      expect(today.rep.loftline.errors.all()).toEqual([]);
    },
  );

  it.runIf(mayUsePrivateMounts())(
    'a database that never opens: calls go on, and the export has every one that was made',
    async () => {
      const disk = withClosedDatabase();
      rest.push(disk.remove);
      const today = (day = await startDay({ program: disk.program, profileDir: disk.profileDir }));
      const { panel } = today.rep;
      for (const name of ['Ann One', 'Ben Two']) {
        await callTo(panel, name);
        await logWith(panel, `with ${name}`);
      }
      await callTo(panel, 'Cat Three');
      await waitForWords(panel, 'export your work and restart Chrome');
      await today.rep.loftline.killWorker();
      expect(await exportFrom(panel, rest)).toMatchObject({
        logsNotInSalesloft: [
          { person: 'Ben Two', notes: 'with Ben Two' },
          { person: 'Ann One', notes: 'with Ann One' },
        ],
        callsNotLogged: [{ person: 'Cat Three' }],
      });
      expect(posts(today)).toBe(0);
      expect(today.rep.loftline.errors.all()).toEqual([]);
    },
  );

  it('an emptied storage: what the worker knows is put back, and the rep is told', async () => {
    const today = (day = await startDay());
    const { panel } = today.rep;
    const outage = today.salesloft.bend(isOffline());
    await callTo(panel, 'Ann One');
    await logWith(panel, 'waiting for Salesloft');
    await byRole(panel, 'tab', 'Outbox 1');
    await until('Salesloft is out of reach', () => outage.bites > 0);
    await callTo(panel, 'Ben Two');
    await (await byRole(panel, 'textbox', 'Notes')).type('half a note');
    await emptyStorage(panel, today.rep.loftline.url('').replace(/\/$/, ''));
    await waitForWords(panel, 'storage in Chrome was cleared');
    await waitForWords(panel, 'no unsent log is known to be lost');
    await takePicture(panel, 'emptied', 'test-results/states');
    await logWith(panel, ' and the rest');
    await click(panel, 'button', 'Close');
    await click(panel, 'tab', 'Outbox 2');
    await panel.waitForFunction(haveLongToWait, { timeout: 20_000, polling: 50 }, 2);
    today.salesloft.unbend();
    for (const button of await panel.$$('::-p-aria([name="Retry now"][role="button"])')) await button.click();
    await until('both are delivered', () => today.salesloft.world.calls.size === 2, 30_000);
    expect(logged(today)).toEqual(['half a note and the rest', 'waiting for Salesloft']);
  });
});

/** That so many logs stand still: none is on its way, or about to be, so that each of them offers “Retry now”. */
function haveLongToWait(count: number): boolean {
  const waits = [...document.body.innerText.matchAll(/Next try in (\d+) s/g)].map(([, seconds]) => Number(seconds));
  return waits.length === count && waits.every((seconds) => seconds > 10);
}

function posts({ salesloft }: Day): number {
  return salesloft.requests.filter(({ method, path }) => method === 'POST' && path === '/v2/activities/calls').length;
}

/** Empties the extension's IndexedDB as "Clear site data" would. */
async function emptyStorage(page: Page, origin: string): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await session.detach();
}

/** Presses Export and reads the file it saved. */
async function exportFrom(page: Page, rest: (() => void)[]): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'loftline-downloads-'));
  rest.push(() => rmSync(folder, { recursive: true, force: true }));
  const session = await page.browser().target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await click(page, 'button', 'Export');
  const files = (): readonly string[] => readdirSync(folder).filter((name) => /^loftline-.*\.json$/.test(name));
  await until('the file is saved', () => files().length === 1);
  return JSON.parse(readFileSync(join(folder, files()[0] ?? ''), 'utf8'));
}
