import { browser } from 'wxt/browser';

/** A number on the toolbar icon when something needs the rep; nothing when nothing does. */
export async function showBadge(count: number): Promise<void> {
  await browser.action.setBadgeText({ text: count === 0 ? '' : String(count) });
  if (count > 0) await browser.action.setBadgeBackgroundColor({ color: '#b42318' });
}
