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

/** What pages may see of the settings: effective values without secrets, origins, and what is wrong. */
export type SettingsView = {
  /** By key of the catalogue. A secret reads as `true` when set and `false` when not; never its text. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly origins: Readonly<Record<string, SettingOrigin>>;
  readonly problems: readonly SettingProblem[];
};
