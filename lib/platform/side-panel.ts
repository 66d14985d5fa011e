import { browser } from 'wxt/browser';

/** A click on the toolbar icon opens the panel beside the page. */
export async function openPanelOnActionClick(): Promise<void> {
  await browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
}

/** Opens the panel in the window in front. Chrome allows it only soon after a key or a click, and it is no loss if not. */
export async function showPanel(): Promise<void> {
  const { id } = await browser.windows.getLastFocused();
  if (id !== undefined) await browser.sidePanel.open({ windowId: id }).catch(() => undefined);
}

/** Opens the panel in that window; to be called in the very turn of the rep's click. */
export function openPanelIn(windowId: number): void {
  browser.sidePanel.open({ windowId }).catch(() => undefined);
}
