import type { Choices } from './choices-store';

/** What a key means while no field has the focus; see the key sheet for the whole map. */
export type KeyMeaning =
  | { readonly kind: 'hangUp' | 'mute' | 'hold' | 'keypad' | 'notes' | 'undo' | 'log' | 'keySheet' | 'skip' | 'later' | 'dial' | 'pauseOrResume' }
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
};

type Press = { readonly key: string; readonly code: string; readonly shiftKey: boolean };

export function readKey(press: Press, context: KeyContext): KeyMeaning | undefined {
  const { isLive, hasCall, isCallShown, isNextShown } = context;
  if (isCallShown) {
    const choice = readChoice(press, context.choices);
    if (choice) return choice;
  }
  switch (press.key.toLowerCase()) {
    case '0':
      return isLive ? { kind: 'hangUp' } : undefined;
    case 'm':
      return isLive ? { kind: 'mute' } : undefined;
    case 'h':
      return isLive ? { kind: 'hold' } : undefined;
    case 'd':
      return isLive && isCallShown ? { kind: 'keypad' } : undefined;
    case 'n':
      return isCallShown ? { kind: 'notes' } : undefined;
    case 'z':
      return hasCall ? undefined : { kind: 'undo' };
    case 'enter':
      if (isNextShown) return { kind: 'dial' };
      return isCallShown && !isLive ? { kind: 'log' } : undefined;
    case 's':
      return isNextShown ? { kind: 'skip' } : undefined;
    case 'l':
      return isNextShown || (isCallShown && !isLive) ? { kind: 'later' } : undefined;
    case ' ':
      return context.hasSession ? { kind: 'pauseOrResume' } : undefined;
    case 'j':
    case 'arrowdown':
      return isCallShown ? undefined : { kind: 'move', step: 1 };
    case 'k':
    case 'arrowup':
      return isCallShown ? undefined : { kind: 'move', step: -1 };
    case '?':
      return { kind: 'keySheet' };
    default:
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
