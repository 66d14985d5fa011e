import { DialerError } from '@/lib/domain/errors';
import { CATALOGUE, isSettingKey } from '@/lib/domain/settings/catalogue';
import { parseValue } from '@/lib/domain/settings/parse';
import { resolveSettings, type EffectiveSettings } from '@/lib/domain/settings/resolve';

type Given = Readonly<Record<string, unknown>>;

export type SettingsDeps = {
  readonly readPolicy: () => Promise<Given>;
  readonly readOwn: () => Promise<Given>;
  readonly writeOwn: (own: Given) => Promise<void>;
  /** After every change: publish, and let what depends on settings follow. */
  readonly onChanged: (settings: EffectiveSettings) => Promise<void>;
};

export type SaveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'invalid'; readonly problem: string; readonly parts: readonly string[] };

/** The effective settings, and the rep's or admin's own changes to them. A bad value is never saved. */
export function createSettings(deps: SettingsDeps) {
  const current = async (): Promise<EffectiveSettings> => {
    const [policy, own] = await Promise.all([deps.readPolicy(), deps.readOwn()]);
    return resolveSettings(policy, own);
  };

  const followUp = async (): Promise<void> => deps.onChanged(await current());

  return {
    current,
    /** Policy arrived or changed: what runs follows it. */
    followPolicy: followUp,

    save: async (key: string, value: unknown): Promise<SaveOutcome> => {
      if (!isSettingKey(key)) throw new DialerError('setting-invalid');
      if (Object.hasOwn(await deps.readPolicy(), key)) return { kind: 'locked' };
      const parsed = parseValue(CATALOGUE[key].spec, value);
      if (!parsed.ok) return { kind: 'invalid', problem: parsed.problem, parts: parsed.parts };
      await deps.writeOwn({ ...(await deps.readOwn()), [key]: parsed.value });
      await followUp();
      return { kind: 'saved' };
    },

    reset: async (key: string): Promise<void> => {
      const { [key]: _dropped, ...kept } = await deps.readOwn();
      await deps.writeOwn(kept);
      await followUp();
    },
  };
}
