/** What single keys do, besides the digits that choose, Enter and the arrows. In the order of the key sheet. */
export const KEY_ACTIONS = [
  'down',
  'up',
  'hangUp',
  'mute',
  'hold',
  'keypad',
  'notes',
  'skip',
  'later',
  'pauseOrResume',
  'undo',
  'keySheet',
] as const;
export type KeyAction = (typeof KEY_ACTIONS)[number];

/** One character each, small; ` ` is the space bar. */
export type KeyMap = Readonly<Record<KeyAction, string>>;

/** The rep's own wishes on this device. */
export type KeyPreferences = {
  /** False: no single character does anything, and whoever speaks to the computer or types without looking is safe. */
  readonly areOn: boolean;
  readonly keys: Partial<KeyMap>;
};

export const DEFAULT_KEYS: KeyMap = {
  down: 'j',
  up: 'k',
  hangUp: '0',
  mute: 'm',
  hold: 'h',
  keypad: 'd',
  notes: 'n',
  skip: 's',
  later: 'l',
  pauseOrResume: ' ',
  undo: 'z',
  keySheet: '?',
};

export const DEFAULT_KEY_PREFERENCES: KeyPreferences = { areOn: true, keys: {} };

export function keyMapOf({ keys }: KeyPreferences): KeyMap {
  return { ...DEFAULT_KEYS, ...keys };
}

/** What a key of a keyboard event means; undefined for none. */
export function actionOf(key: string, map: KeyMap): KeyAction | undefined {
  const small = key.toLowerCase();
  return KEY_ACTIONS.find((action) => map[action] === small);
}

export type KeyProblem =
  { readonly kind: 'not-one-key' | 'chooses' } | { readonly kind: 'taken'; readonly by: KeyAction };

/** Why a key cannot be an action's; undefined when it can. */
export function keyProblem(action: KeyAction, key: string, map: KeyMap): KeyProblem | undefined {
  if ([...key].length !== 1) return { kind: 'not-one-key' };
  if (/[1-9]/.test(key)) return { kind: 'chooses' };
  const by = KEY_ACTIONS.find((other) => other !== action && map[other] === key.toLowerCase());
  return by && { kind: 'taken', by };
}

/** What was stored, as far as it can be: a wish that two share or that is no key is forgotten. */
export function readKeyPreferences(stored: unknown): KeyPreferences {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_KEY_PREFERENCES;
  const { areOn, keys } = stored as { readonly areOn?: unknown; readonly keys?: unknown };
  const wished: Partial<Record<KeyAction, string>> = {};
  for (const action of KEY_ACTIONS) {
    const key: unknown =
      typeof keys === 'object' && keys !== null ? (keys as Record<string, unknown>)[action] : undefined;
    if (typeof key !== 'string') continue;
    if (!keyProblem(action, key, { ...DEFAULT_KEYS, ...wished })) wished[action] = key.toLowerCase();
  }
  return { areOn: areOn !== false, keys: wished };
}
