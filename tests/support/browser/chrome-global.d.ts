import type { browser } from 'wxt/browser';

declare global {
  /** Only inside `page.evaluate`, where the code runs in the extension's own page. */
  const chrome: typeof browser;
}
