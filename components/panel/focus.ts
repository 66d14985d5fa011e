import { focusEntry } from '@/components/outbox/focus-entry';

/** Some seconds: a slow disk is waited for. */
const DISK_FRAMES = 300;
const CALLABLE = '.row-call .button:not(:disabled)';

/** After a log the keyboard goes on with this row, once the list is drawn again; with the tabs when there is none. */
export function focusCallOf(workId: string): void {
  const row = workId === '' ? '' : `.row[data-work="${CSS.escape(workId)}"] `;
  whenDrawn(
    () => (row === '' ? null : find(row + CALLABLE)),
    () => find(CALLABLE) ?? find('[role="tab"][aria-selected="true"]'),
  );
}

/** After a log that stops here: the strip that tells what becomes of it, with Undo as the next stop. */
export function focusReceipt(): void {
  whenDrawn(
    () => find('.receipt'),
    () => find('[role="tab"][aria-selected="true"]'),
  );
}

/** From one call button to the next; into the list when the keyboard is elsewhere. False when there is no list. */
export function moveBetweenCalls(step: 1 | -1): boolean {
  const buttons = [...document.querySelectorAll<HTMLElement>(CALLABLE)];
  const row = document.activeElement?.closest('.row');
  const from = buttons.findIndex((button) => row?.contains(button) ?? false);
  const next = from < 0 ? buttons.find((button) => button.tabIndex === 0) : buttons[from + step];
  next?.focus();
  return buttons.length > 0;
}

/** From one log of the outbox to the next, or to the list's tab stop when the keyboard is elsewhere. */
export function moveBetweenEntries(step: 1 | -1): boolean {
  const entries = [...document.querySelectorAll<HTMLElement>('.entry')];
  const from = entries.findIndex((entry) => entry.contains(document.activeElement));
  const next = from < 0 ? find('.entry .button:not([tabindex])')?.closest('.entry') : entries[from + step];
  if (next) focusEntry(next);
  else if (entries[from]) moveWhenRead(entries[from], step);
  return entries.length > 0;
}

/** The next log is still being read from the disk: the press counts all the same, unless the rep goes elsewhere. */
function moveWhenRead(entry: HTMLElement, step: 1 | -1): void {
  const wanted = Number(entry.ariaPosInSet) + step;
  if (wanted < 1 || wanted > Number(entry.ariaSetSize)) return;
  const group = entry.parentElement;
  whenDrawn(
    () => (entry.contains(document.activeElement) ? find(`.entry[aria-posinset="${wanted}"]`, group) : entry),
    () => null,
    (found) => {
      if (found !== entry) focusEntry(found);
    },
    DISK_FRAMES,
  );
}

function find(selector: string, within: ParentNode | null = document): HTMLElement | null {
  return within?.querySelector<HTMLElement>(selector) ?? null;
}

/** The snapshots that redraw the screen come a moment after the answer; a second is more than they ever need. */
function whenDrawn(
  seek: () => HTMLElement | null,
  otherwise: () => HTMLElement | null,
  act: (found: HTMLElement) => void = (found) => found.focus(),
  frames = 60,
): void {
  let framesLeft = frames;
  const look = (): void => {
    const found = seek();
    framesLeft -= 1;
    if (found) act(found);
    else if (framesLeft > 0) requestAnimationFrame(look);
    else otherwise()?.focus();
  };
  requestAnimationFrame(look);
}
