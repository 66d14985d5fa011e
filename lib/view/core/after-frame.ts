/** Runs `work` once the next frame has been drawn. A hidden page draws none, and waits for none. */
export function afterFrame(work: () => void): void {
  if (document.visibilityState === 'hidden') setTimeout(work);
  else requestAnimationFrame(() => setTimeout(work));
}
