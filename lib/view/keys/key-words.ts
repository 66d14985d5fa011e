import type { KeyAction } from '@/lib/domain/keys/key-map';
import { text, type MessageKey } from '@/lib/text/text';

export const KEY_TEXTS: Readonly<Record<KeyAction, MessageKey>> = {
  down: 'key_down',
  up: 'key_up',
  hangUp: 'key_hangUp',
  mute: 'key_mute',
  hold: 'key_hold',
  keypad: 'key_keypad',
  notes: 'key_notes',
  skip: 'key_skip',
  later: 'key_later',
  pauseOrResume: 'key_pause',
  undo: 'key_undo',
  keySheet: 'key_sheet',
};

/** A key as it is written on a keyboard. */
export function keyWords(key: string): string {
  return key === ' ' ? text('keySpace') : key.toUpperCase();
}
