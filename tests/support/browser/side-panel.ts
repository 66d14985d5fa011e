import type { Page } from 'puppeteer';
import type { Loftline } from './launch.ts';

/**
 * Opens the real side panel beside a page. Chrome asks for a person's click in a page of the extension's own, so one is
 * opened for a moment and clicked.
 */
export async function openSidePanel(loftline: Loftline, beside: Page): Promise<Page> {
  const starter = await loftline.openPage('microphone.html');
  const known = new Set(loftline.browser.targets());
  await starter.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'open-side-panel';
    button.textContent = 'Open the side panel';
    button.onclick = () => {
      void chrome.windows.getCurrent().then((window) => chrome.sidePanel.open({ windowId: window.id ?? 0 }));
    };
    document.body.prepend(button);
  });
  await starter.click('#open-side-panel');
  const target = await loftline.browser.waitForTarget(
    (candidate) => candidate.url() === loftline.url('sidepanel.html') && !known.has(candidate),
    { timeout: 15_000 },
  );
  await starter.close();
  await beside.bringToFront();
  return target.asPage();
}
