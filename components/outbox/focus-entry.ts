/** Puts the keyboard on an entry: on the first thing that can be done about it, or on the tab when it is gone. */
export function focusEntry(entry: Element | null): void {
  const button = entry?.querySelector<HTMLElement>('.entry-actions .button:not(:disabled)');
  (button ?? document.getElementById('tab-outbox'))?.focus();
}
