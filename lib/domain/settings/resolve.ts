import type { SettingOrigin, SettingProblem, SettingsView } from './settings-view';
import { CATALOGUE, isSettingKey, SETTING_KEYS } from './catalogue';
import { withoutSecrets } from './keep-secrets';
import { keepGoodEntries } from './keep-good-entries';
import { parseValue } from './parse';
import { isAddressOfPolicySecret } from './secret-hosts';
import type { Settings } from './values';

export type EffectiveSettings = {
  readonly values: Settings;
  readonly origins: Readonly<Record<keyof Settings, SettingOrigin>>;
  readonly problems: readonly SettingProblem[];
};

type Given = Readonly<Record<string, unknown>>;

/**
 * Policy, then own, then default. A value that cannot be used is named, and the default stands in its
 * place; of a list only the entries that cannot be used fall.
 */
export function resolveSettings(policy: Given, own: Given): EffectiveSettings {
  const values: Record<string, unknown> = {};
  const origins: Record<string, SettingOrigin> = {};
  const problems: SettingProblem[] = [];
  for (const key of SETTING_KEYS) {
    const origin = originOf(key, policy, own);
    const { spec, default: standard } = CATALOGUE[key];
    const given = origin === 'policy' ? policy[key] : own[key];
    const isGiven = Object.hasOwn(origin === 'policy' ? policy : own, key);
    const { value: kept, refused } = keepGoodEntries(spec, given);
    const parsed = !isGiven ? { ok: true as const, value: standard } : parseValue(spec, kept);
    values[key] = parsed.ok ? parsed.value : standard;
    // The origin stays: what policy has set, well or badly, is not the rep's to change.
    origins[key] = origin;
    if (!isGiven || origin === 'default') continue;
    for (const { problem, parts } of parsed.ok ? refused : [parsed]) problems.push({ key, origin, problem, parts });
  }
  return {
    values: values as Settings,
    origins: origins as EffectiveSettings['origins'],
    problems: [...problems, ...unknownKeys(policy)],
  };
}

function originOf(key: string, policy: Given, own: Given): SettingOrigin {
  if (Object.hasOwn(policy, key) || isAddressOfPolicySecret(key, policy)) return 'policy';
  return Object.hasOwn(own, key) ? 'own' : 'default';
}

function unknownKeys(policy: Given): readonly SettingProblem[] {
  return Object.keys(policy)
    .filter((key) => !isSettingKey(key))
    .map((key) => ({ key: key.slice(0, 80), origin: 'policy', problem: 'problemUnknownKey', parts: [] }));
}

/** What pages may see: of a secret only whether it is set. */
export function toSettingsView({ values, origins, problems }: EffectiveSettings): SettingsView {
  const shown = Object.fromEntries(SETTING_KEYS.map((key) => [key, withoutSecrets(CATALOGUE[key].spec, values[key])]));
  return { values: shown as SettingsView['values'], origins, problems };
}
