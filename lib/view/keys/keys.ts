import { actionOf, type KeyAction, type KeyMap } from '@/lib/domain/keys/key-map';
import type { Choices } from '@/lib/view/wrap-up/choices-store';

/** What a key means while no field has the focus; see the key sheet for the whole map. */
export type KeyMeaning =
  | {
      readonly kind:
        | 'hangUp'
        | 'mute'
        | 'hold'
        | 'keypad'
        | 'notes'
        | 'undo'
        | 'log'
        | 'keySheet'
        | 'skip'
        | 'later'
        | 'dial'
        | 'pauseOrResume';
    }
  | { readonly kind: 'disposition' | 'sentiment'; readonly name: string }
  | { readonly kind: 'move'; readonly step: 1 | -1 };

export type KeyContext = {
  readonly isLive: boolean;
  /** A call is in hand, live or to be wrapped up. */
  readonly hasCall: boolean;
  /** Its wrap-up is on the screen: nothing unseen is changed by a key. */
  readonly isCallShown: boolean;
  /** Somebody is up in a dial session, and is shown. */
  readonly isNextShown: boolean;
  /** A dial session runs or is paused. */
  readonly hasSession: boolean;
  readonly choices: Choices;
  /** Undefined when the rep has switched single keys off: Enter and the arrows are left. */
  readonly keys: KeyMap | undefined;
};

type Press = { readonly key: string; readonly code: string; readonly shiftKey: boolean };

export function readKey(press: Press, context: KeyContext): KeyMeaning | undefined {
  const { isLive, isCallShown, isNextShown } = context;
  if (isCallShown && context.keys) {
    const choice = readChoice(press, context.choices);
    if (choice) return choice;
  }
  switch (press.key) {
    case 'Enter':
      if (isNextShown) return { kind: 'dial' };
      return isCallShown && !isLive ? { kind: 'log' } : undefined;
    case 'ArrowDown':
      return isCallShown ? undefined : { kind: 'move', step: 1 };
    case 'ArrowUp':
      return isCallShown ? undefined : { kind: 'move', step: -1 };
    default:
      return context.keys && readAction(actionOf(press.key, context.keys), context);
  }
}

function readAction(action: KeyAction | undefined, context: KeyContext): KeyMeaning | undefined {
  const { isLive, hasCall, isCallShown, isNextShown } = context;
  switch (action) {
    case 'hangUp':
    case 'mute':
    case 'hold':
      return isLive ? { kind: action } : undefined;
    case 'keypad':
      return isLive && isCallShown ? { kind: 'keypad' } : undefined;
    case 'notes':
      return isCallShown ? { kind: 'notes' } : undefined;
    case 'undo':
      return hasCall ? undefined : { kind: 'undo' };
    case 'skip':
      return isNextShown ? { kind: 'skip' } : undefined;
    case 'later':
      return isNextShown || (isCallShown && !isLive) ? { kind: 'later' } : undefined;
    case 'pauseOrResume':
      return context.hasSession ? { kind: 'pauseOrResume' } : undefined;
    case 'down':
      return isCallShown ? undefined : { kind: 'move', step: 1 };
    case 'up':
      return isCallShown ? undefined : { kind: 'move', step: -1 };
    case 'keySheet':
      return { kind: 'keySheet' };
    case undefined:
      return undefined;
  }
}

/** `code` is the physical key ("Digit1"): with Shift, the character of a digit depends on the keyboard. */
function readChoice({ code, shiftKey }: Press, { dispositions, sentiments }: Choices): KeyMeaning | undefined {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (digit === undefined) return undefined;
  const name = (shiftKey ? sentiments : dispositions).find(({ key }) => key === digit)?.name;
  return name === undefined ? undefined : { kind: shiftKey ? 'sentiment' : 'disposition', name };
}

/** Typing belongs to the field it goes to; a button or link has its own Enter. */
export function isForField(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'radio';
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return (key === 'Enter' || key === ' ') && target.closest('button, a, [role="tab"]') !== null;
}
