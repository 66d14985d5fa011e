import type { TeamRules } from '@/lib/domain/team-rules';

/** What a key means while no field has the focus; see ui for the whole map. */
export type KeyMeaning =
  | { readonly kind: 'hangUp' | 'mute' | 'hold' | 'notes' | 'undo' | 'log' }
  | { readonly kind: 'disposition' | 'sentiment'; readonly name: string };

export type KeyContext = {
  readonly isLive: boolean;
  /** A call is in hand, live or to be wrapped up. */
  readonly hasCall: boolean;
  readonly rules: TeamRules | undefined;
};

/** `code` is the physical key ("Digit1"): with Shift, the character of a digit depends on the keyboard. */
export function readKey(
  event: { readonly key: string; readonly code: string; readonly shiftKey: boolean },
  { isLive, hasCall, rules }: KeyContext,
): KeyMeaning | undefined {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  if (digit !== undefined && hasCall) {
    const kind = event.shiftKey ? 'sentiment' : 'disposition';
    const name = (event.shiftKey ? rules?.sentiments : rules?.dispositions)?.[Number(digit) - 1];
    return name === undefined ? undefined : { kind, name };
  }
  switch (event.key.toLowerCase()) {
    case '0':
      return isLive ? { kind: 'hangUp' } : undefined;
    case 'm':
      return isLive ? { kind: 'mute' } : undefined;
    case 'h':
      return isLive ? { kind: 'hold' } : undefined;
    case 'n':
      return hasCall ? { kind: 'notes' } : undefined;
    case 'z':
      return hasCall ? undefined : { kind: 'undo' };
    case 'enter':
      return hasCall && !isLive ? { kind: 'log' } : undefined;
    default:
      return undefined;
  }
}

/** Typing belongs to the field it goes to; a button or link has its own Enter. */
export function isForField(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'radio';
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return key === 'Enter' && target.closest('button, a, [role="tab"]') !== null;
}
