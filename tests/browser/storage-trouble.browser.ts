import { readFileSync } from 'node:fs';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterEach, describe, expect, it } from 'vitest';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { isOffline } from '../salesloft/scenarios/outages.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { byRole, click, saveSetting, takePicture, waitForWords } from './act.ts';
import { findFaults } from './find-faults.ts';
import type { LaunchOptions } from './launch.ts';
import { call, connect, launchRep, readList, waitForCallState, type Rep } from './rep.ts';
import { mayUsePrivateMounts } from './policy-file.ts';
import { withSmallDisk } from './small-disk.ts';
import { until } from './until.ts';

/** More than is left of the last block of the database's file: a full disk must refuse it. */
const LONG = `\n${'and much more that was said. '.repeat(300)}`;
/** The longest a rep may wait for what was not saved, once there is room again. */
const SAVED_WITHIN_MS = 10_000;

/** What Chrome's storage does to a rep's work, and what the panel then says. */
describe('storage trouble', () => {
  let salesloft: Salesloft;
  let rep: Rep;
  const rest: (() => void)[] = [];

  const start = async (options: Partial<LaunchOptions> = {}): Promise<Page> => {
    const people = ['Ann One', 'Ben Two', 'Cat Three'].map((name, index) => {
      const [firstName = '', lastName = ''] = name.split(' ');
      return aPerson({ firstName, lastName, phone: `+1404555013${index}` });
    });
    salesloft = await startSalesloft({ world: aWorld(...people.map((person) => anAction({ person }))) });
    rep = await launchRep(salesloft, options);
    await saveSetting(rep.panel, 'logging.holdSeconds', 0);
    await connect(rep);
    await readList(rep.panel);
    return rep.panel;
  };
  const callTo = async (panel: Page, name: string): Promise<void> => {
    await call(panel, name);
    await waitForCallState(panel, 'Connected');
    await click(panel, 'button', 'Hang up');
    await waitForCallState(panel, 'Call ended');
  };
  const logWith = async (panel: Page, notes: string): Promise<void> => {
    await click(panel, 'radio', 'Connected');
    await (await byRole(panel, 'textbox', 'Notes')).focus();
    await panel.keyboard.sendCharacter(notes);
    await click(panel, 'button', 'Log call');
  };
  const logged = (): readonly string[] =>
    [...salesloft.world.notes.values()].map((note) => note.content.split('\n')[0] ?? '').sort();
  const posts = (): number =>
    salesloft.requests.filter(({ method, path }) => method === 'POST' && path === '/v2/activities/calls').length;

  afterEach(async () => {
    for (const put of rest.splice(0)) put();
    await rep.loftline.close();
    await salesloft.stop();
  });

  it.runIf(mayUsePrivateMounts())('a full disk: nothing is lost, the rep is told, and it is saved within 10 s of free space', async () => {
    const disk = withSmallDisk();
    rest.push(disk.remove);
    const panel = await start({ program: disk.program, profileDir: disk.profileDir });
    await callTo(panel, 'Ann One');
    disk.fill(rep.loftline.browser);
    await logWith(panel, `typed on a full disk${LONG}`);
    await waitForWords(panel, 'Not saved to disk');
    await waitForWords(panel, 'Free some space and do not quit Chrome');
    await waitForWords(panel, 'One call is in memory only.');
    for (const theme of ['light', 'dark']) {
      await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await panel.setViewport({ width: 320, height: 900 });
      await takePicture(panel, `disk-full-${theme}`, 'test-results/states');
      expect(await findFaults(panel)).toEqual([]);
    }
    expect(posts()).toBe(0);

    // The next call goes on, with the panel closed and opened, and the worker stopped in between.
    await callTo(panel, 'Ben Two');
    await panel.close();
    await rep.loftline.killWorker();
    const reopened = await rep.loftline.openPanel();
    rep = { ...rep, panel: reopened };
    await waitForWords(reopened, 'Not saved to disk');
    await waitForCallState(reopened, 'Call ended');
    await logWith(reopened, 'the next one too');
    await waitForWords(reopened, '2 calls are in memory only.');
    await click(reopened, 'tab', 'Outbox 2');
    expect(posts()).toBe(0);

    const exported = await exportFrom(reopened, rest);
    expect(exported).toMatchObject({
      logsNotInSalesloft: [
        { person: 'Ben Two', notes: 'the next one too', disposition: 'Connected', savedToDisk: false },
        { person: 'Ann One', notes: `typed on a full disk${LONG}`, disposition: 'Connected', savedToDisk: false },
      ],
    });

    const freedAt = Date.now();
    disk.free(rep.loftline.browser);
    await reopened.waitForFunction(() => !document.body.innerText.includes('Not saved to disk'), { timeout: SAVED_WITHIN_MS });
    console.log(`saved ${Date.now() - freedAt} ms after there was room`);
    await until('both are delivered', () => salesloft.world.calls.size === 2);
    expect(logged()).toEqual(['the next one too', 'typed on a full disk']);
    expect(posts()).toBe(2);
    await waitForWords(reopened, 'Delivered');
    expect(rep.loftline.errors.all()).toEqual([]);
  });

  it('an emptied storage: what the worker knows is put back, and the rep is told', async () => {
    const panel = await start();
    const outage = salesloft.bend(isOffline());
    await callTo(panel, 'Ann One');
    await logWith(panel, 'waiting for Salesloft');
    await byRole(panel, 'tab', 'Outbox 1');
    await until('Salesloft is out of reach', () => outage.bites > 0);
    await callTo(panel, 'Ben Two');
    await (await byRole(panel, 'textbox', 'Notes')).type('half a note');
    await emptyStorage(panel, rep.loftline.url('').replace(/\/$/, ''));
    await waitForWords(panel, 'storage of Loftline was emptied');
    await waitForWords(panel, 'no waiting log is known to be lost');
    await takePicture(panel, 'emptied', 'test-results/states');
    await logWith(panel, ' and the rest');
    await click(panel, 'button', 'Close');
    salesloft.unbend();
    await click(panel, 'tab', 'Outbox 2');
    for (const button of await panel.$$('::-p-aria([name="Retry now"][role="button"])')) await button.click();
    await until('both are delivered', () => salesloft.world.calls.size === 2, 30_000);
    expect(logged()).toEqual(['half a note and the rest', 'waiting for Salesloft']);
  });
});

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
