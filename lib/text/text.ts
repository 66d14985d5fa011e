import { browser } from 'wxt/browser';
import type english from '@/public/_locales/en/messages.json';

export type MessageKey = keyof typeof english;

/** The sentence for a key in the browser's language; `parts` fill `$1`, `$2`, … */
export function text(key: MessageKey, ...parts: readonly (string | number)[]): string {
  // Chrome's own type knows only WXT's generated keys; ours are checked by MessageKey.
  const i18n = browser.i18n as { getMessage: (name: string, substitutions: string[]) => string };
  return i18n.getMessage(key, parts.map(String));
}

type PluralBase = MessageKey extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

const plural = new Intl.PluralRules(browser.i18n.getUILanguage());

/** The sentence for a count: `<base>_one`, `<base>_other` and so on; `$1` is the count. */
export function counted(base: PluralBase, count: number, ...parts: readonly (string | number)[]): string {
  const exact = text(`${base}_${plural.select(count)}` as MessageKey, count, ...parts);
  return exact === '' ? text(`${base}_other` as MessageKey, count, ...parts) : exact;
}
