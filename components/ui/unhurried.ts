import { useLayoutEffect, useRef } from 'preact/hooks';

/** Nobody reads and presses this fast: such a press was meant for what was in this place before. */
const KEY_MS = 400;
const POINTER_MS = 250;

/** Whether the focus may be given to something: the rep is not at work here, and nothing they chose holds it. */
export function isFocusFree(): boolean {
  const { isActive, hasBeenActive } = navigator.userActivation;
  const held = document.activeElement;
  // Nobody has touched the panel since it opened: only Loftline has moved the focus.
  if (!hasBeenActive) return held?.matches('input, textarea, select') !== true;
  return !document.hasFocus() && !isActive && held === document.body;
}

/**
 * For what encloses a button that comes up by itself: a press that could not have been meant for it is dropped. So is a key
 * held down since before. `shown` names what is shown; when that changes, the button counts as new.
 */
export function useUnhurried(shown: string) {
  const came = useRef({ at: 0, isRepActing: false });
  useLayoutEffect(() => {
    came.current = { at: performance.now(), isRepActing: navigator.userActivation.isActive };
  }, [shown]);
  return {
    onKeyDownCapture: (event: KeyboardEvent): void => {
      if (event.repeat) drop(event);
    },
    onClickCapture: (event: MouseEvent): void => {
      const { at, isRepActing } = came.current;
      // A click by key has no place: its count of presses is 0.
      const tooSoon = event.detail === 0 ? KEY_MS : POINTER_MS;
      if (isRepActing && performance.now() - at < tooSoon) drop(event);
    },
  };
}

function drop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
