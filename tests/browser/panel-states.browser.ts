import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byRole, click, takePicture, waitForWords } from '../support/browser/act.ts';
import { findFaults } from '../support/browser/find-faults.ts';
import { launchLoftline, type Loftline } from '../support/browser/launch.ts';
import { OUTBOX_STATES } from '../support/browser/outbox-states.ts';
import { THIS_WINDOW, type PanelState } from '../support/browser/panel-snapshots.ts';
import { PANEL_STATES } from '../support/browser/panel-states.ts';

const THEMES = ['light', 'dark'] as const;
const WIDTHS = [320, 420] as const;

/**
 * Every state of the panel drawn from snapshots alone, without a Salesloft: in both themes and at two widths axe finds
 * nothing and nothing is wider than the panel. Pictures of all of them are left in test-results/panel.
 */
describe('the panel, state by state', () => {
  let loftline: Loftline;
  let panel: Page;

  beforeAll(async () => {
    // Nothing listens there: whatever the worker tries ends at once.
    loftline = await launchLoftline({ salesloft: { port: 9 } });
    panel = await loftline.openPanel();
    await byRole(panel, 'button', 'Connect Salesloft');
  });
  afterAll(() => loftline.close());

  it.each([...PANEL_STATES, ...OUTBOX_STATES].map((state) => [state.name, state] as const))(
    '%s',
    async (name, state) => {
      await publish(panel, state);
      for (const [role, button] of state.presses ?? []) await click(panel, role, button);
      await waitForWords(panel, state.words);
      const faults: string[] = [];
      for (const theme of THEMES) {
        await panel.emulateMediaFeatures([
          { name: 'prefers-color-scheme', value: theme },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]);
        for (const width of WIDTHS) {
          await panel.setViewport({ width, height: 900 });
          faults.push(...(await findFaults(panel)).map((fault) => `${theme} ${width}: ${fault}`));
          await takePicture(panel, `${name}-${theme}-${width}`, 'test-results/panel');
        }
      }
      expect(faults).toEqual([]);
    },
  );

  it.each([
    ['right to left', 'rtl', 1],
    ['at 200 %', 'ltr', 2],
  ] as const)(
    '%s',
    async (_name, direction, zoom) => {
      const faults: string[] = [];
      // A long outbox draws only what is in sight, so its words may not be there.
      for (const state of PANEL_STATES) {
        await panel.setViewport({ width: 640 / zoom, height: 900 / zoom, deviceScaleFactor: zoom });
        await publish(panel, state);
        await panel.evaluate((dir) => {
          document.documentElement.dir = dir;
        }, direction);
        for (const [role, button] of state.presses ?? []) await click(panel, role, button);
        await waitForWords(panel, state.words);
        faults.push(...(await findFaults(panel)).map((fault) => `${state.name}: ${fault}`));
        await takePicture(panel, `${state.name}-${direction}-${zoom * 100}`, 'test-results/panel');
      }
      await panel.setViewport({ width: 420, height: 900, deviceScaleFactor: 1 });
      expect(faults).toEqual([]);
    },
    300_000,
  );

  it('leaves no error in any context', () => {
    expect(loftline.errors.all()).toEqual([]);
  });
});

/** A fresh page each time, and then the whole state at once, as the worker's snapshots would come in. */
async function publish(panel: Page, { snapshots }: PanelState): Promise<void> {
  await panel.evaluate(() => chrome.storage.session.clear());
  await panel.reload();
  await byRole(panel, 'button', 'Connect Salesloft');
  const windowId = await panel.evaluate(async () => (await chrome.windows.getCurrent()).id);
  const stored = Object.fromEntries(
    Object.entries(snapshots).map(([name, value]) => [
      `snapshot:${name}`,
      JSON.stringify({ ...value, asOf: Date.now() }).replaceAll(THIS_WINDOW, String(windowId)),
    ]),
  );
  await panel.evaluate((items) => chrome.storage.session.set(items), stored);
}
