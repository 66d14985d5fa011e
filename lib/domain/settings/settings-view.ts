import type { SecretName, Settings } from './values';

/** Where an effective value comes from. */
export type SettingOrigin = 'policy' | 'own' | 'default';

/** A value that could not be used, in words a person can act on. */
export type SettingProblem = {
  readonly key: string;
  readonly origin: 'policy' | 'own';
  /** Message key and its placeholders. */
  readonly problem: string;
  readonly parts: readonly string[];
};

/** A value as a page may see it: a secret reads as `true` when set and `false` when not; never its text. */
export type Shown<Value> = Value extends readonly (infer One)[]
  ? readonly Shown<One>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Name extends SecretName ? boolean : Shown<Value[Name]> }
    : Value;

/** What pages may see of the settings: effective values without secrets, origins, and what is wrong. */
export type SettingsView = {
  readonly values: Shown<Settings>;
  readonly origins: Readonly<Record<keyof Settings, SettingOrigin>>;
  readonly problems: readonly SettingProblem[];
};

/** What became of a value that a page has sent to be saved. */
export type SaveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'locked' }
  /** `problem` is a message key of the catalogue's limits, `parts` its placeholders. */
  | { readonly kind: 'invalid'; readonly problem: string; readonly parts: readonly string[] };
