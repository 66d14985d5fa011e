/**
 * Calls `look` after the page has changed, when the browser has nothing better to do, and a second apart at least: a page
 * that never comes to rest costs no more than one that does.
 */
export function watchPage(look: () => void, signal: AbortSignal): void {
  let isPlanned = false;
  const observer = new MutationObserver(() => {
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(() => {
      requestIdleCallback(
        () => {
          isPlanned = false;
          if (!signal.aborted) look();
        },
        { timeout: 2_000 },
      );
    }, 1_000);
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
