import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer';
import { CLIENT_ID } from '../salesloft/builders/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { livelyWorld } from '../salesloft/worlds/lively.ts';
import { byRole, click, waitForWords } from '../support/browser/act.ts';
import { launchLoftline, type Loftline } from '../support/browser/launch.ts';
import { pack, type Packed } from '../support/browser/packed.ts';
import { mayUsePrivateMounts } from '../support/browser/policy-file.ts';
import { call, connect, readList, waitForCallState, whoAnswers } from '../support/browser/rep.ts';
import { until } from '../support/browser/until.ts';
import { ANY_PACE } from '../support/fakes/any-pace.ts';

const FIRST = '1.0.0';
const NEXT = '1.0.1';
/** What went before, under a higher number: Chrome installs no older version over a newer one. */
const ROLLED_BACK = '1.0.2';

/** A company’s own server, a policy, and nothing pressed by a rep: `docs/deploy.md`, from the first start to the roll-back. */
describe.runIf(mayUsePrivateMounts())('an installation by policy', () => {
  let salesloft: Salesloft;
  let packed: Packed;
  let loftline: Loftline;
  let panel: Page;
  const profileDir = mkdtempSync(join(tmpdir(), 'loftline-forced-'));
  const policy = { 'salesloft.clientId': CLIENT_ID, 'privacy.keepSignedIn': true, ...ANY_PACE };
  const launch = () => launchLoftline({ salesloft, packed, policy, profileDir });

  beforeAll(async () => {
    salesloft = await startSalesloft({ world: livelyWorld() });
    packed = await pack([FIRST, NEXT, ROLLED_BACK]);
    loftline = await launch();
  });
  afterAll(async () => {
    await loftline.close();
    packed.remove();
    await salesloft.stop();
    rmSync(profileDir, { recursive: true, force: true });
  });

  it('is configured without anybody’s help', async () => {
    const options = await loftline.openOptions();
    await waitForWords(options, 'Set by your organization', 60_000);
    await options.close();
    panel = await loftline.openPanel();
    await connect({ loftline, panel });
  });

  it('finds an update in mid-call, and lets the call go on', async () => {
    await readList(panel);
    await call(panel, await whoAnswers(panel));
    await waitForCallState(panel, 'Connected');
    await offer(NEXT);
    expect(await versionOf(panel)).toBe(FIRST);
    await waitForCallState(panel, 'Connected');
    await click(panel, 'button', 'Hang up');
    await click(panel, 'radio', 'Connected');
    await click(panel, 'button', 'Log call');
    await until('the call is in Salesloft', () =>
      salesloft.requests.some(({ method, path }) => method === 'POST' && path === '/v2/activities/calls'),
    );
  });

  it('takes the update once nothing of it is in use, and keeps the sign-in', async () => {
    await takeUpdate(NEXT);
    await byRole(panel, 'combobox', 'Cadence');
  });

  it('is rolled back by a higher number with the earlier code', async () => {
    // Chrome lets an extension ask for updates once in a while only; another start may ask again.
    await loftline.close();
    loftline = await launch();
    panel = await loftline.openPanel();
    expect(await versionOf(panel)).toBe(NEXT);
    await offer(ROLLED_BACK);
    await takeUpdate(ROLLED_BACK);
    await byRole(panel, 'combobox', 'Cadence');
  });

  async function offer(version: string): Promise<void> {
    packed.offer(version);
    // Chrome says so once it has the package; a page that is open keeps it from installing that.
    const found = await panel.evaluate(async () => {
      const available = new Promise<string>((resolve) => {
        chrome.runtime.onUpdateAvailable.addListener(({ version: newer }) => resolve(newer));
      });
      await chrome.runtime.requestUpdateCheck();
      return available;
    });
    expect(found).toBe(version);
  }

  /** The phone page closes after some quiet minutes; here it closes now, and the panel with it. */
  async function takeUpdate(version: string): Promise<void> {
    const worker = await loftline.worker();
    await worker.evaluate(() => chrome.offscreen.closeDocument().catch(() => undefined));
    // The page goes with what it asks for, so its answer never comes.
    await panel.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    panel = await reopened(version);
  }

  async function reopened(version: string): Promise<Page> {
    let page: Page | undefined;
    await until(`version ${version} runs`, async () => {
      await page?.close().catch(() => undefined);
      page = await loftline.openPanel().catch(() => undefined);
      return page !== undefined && (await versionOf(page).catch(() => '')) === version;
    });
    if (!page) throw new Error('No panel.');
    return page;
  }
});

function versionOf(page: Page): Promise<string> {
  return page.evaluate(() => chrome.runtime.getManifest().version);
}
