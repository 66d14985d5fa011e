import { browser } from 'wxt/browser';

/** A click on the toolbar icon opens the panel beside the page. */
export async function openPanelOnActionClick(): Promise<void> {
  await browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
}
