import { browser } from 'wxt/browser';

/**
 * The organisation's values. Chrome fills the area seconds after a first start and may change it at any time, so it is
 * read each time and never remembered: an empty area is not yet "no policy".
 */
export async function readPolicy(): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // Some Chromium builds without any policy reject the read instead of answering {}.
    return {};
  }
}

export function onPolicyChanged(follow: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') follow();
  });
}
