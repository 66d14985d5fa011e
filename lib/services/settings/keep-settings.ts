import { DialerError } from '@/lib/domain/core/errors';
import { CATALOGUE, isSettingKey } from '@/lib/domain/settings/catalogue';
import { keepSecrets } from '@/lib/domain/settings/keep-secrets';
import { parseValue } from '@/lib/domain/settings/parse';
import { withoutMovedSecrets } from '@/lib/domain/settings/secret-hosts';
import { resolveSettings, type EffectiveSettings } from '@/lib/domain/settings/resolve';
import type { SaveOutcome } from '@/lib/domain/settings/settings-view';

type Given = Readonly<Record<string, unknown>>;

export type SettingsDeps = {
  readonly readPolicy: () => Promise<Given>;
  readonly readOwn: () => Promise<Given>;
  readonly writeOwn: (own: Given) => Promise<void>;
  /** After every change: publish, and let what depends on settings follow. */
  readonly onChanged: (settings: EffectiveSettings) => Promise<void>;
};

/** The effective settings, and the rep's or admin's own changes to them. A bad value is never saved. */
export function createSettings(deps: SettingsDeps) {
  const readAll = async (): Promise<EffectiveSettings> => {
    const [policy, own] = await Promise.all([deps.readPolicy(), deps.readOwn()]);
    return resolveSettings(policy, own);
  };

  /** Read anew after every change: reading both storage areas at each log would double the time it takes. */
  let known: Promise<EffectiveSettings> | undefined;
  const current = (): Promise<EffectiveSettings> => {
    known ??= readAll().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };

  const followUp = async (): Promise<void> => {
    known = undefined;
    await deps.onChanged(await current());
  };

  /** One change at a time: each writes all own values, and two at once would lose one of them, or publish the older. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(change: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(change, change);
    last = turn.catch(() => undefined);
    return turn;
  };

  const write = async (policy: Given, before: Given, after: Given): Promise<void> => {
    const [were, are] = [resolveSettings(policy, before).values, resolveSettings(policy, after).values];
    await deps.writeOwn(withoutMovedSecrets(after, were, are));
    await followUp();
  };

  const save = async (key: string, value: unknown): Promise<SaveOutcome> => {
    if (!isSettingKey(key)) throw new DialerError('setting-invalid');
    const [policy, own] = await Promise.all([deps.readPolicy(), deps.readOwn()]);
    if (resolveSettings(policy, own).origins[key] === 'policy') return { kind: 'locked' };
    const { spec } = CATALOGUE[key];
    const parsed = parseValue(spec, keepSecrets(spec, value, own[key]));
    if (!parsed.ok) return { kind: 'invalid', problem: parsed.problem, parts: parsed.parts };
    await write(policy, own, { ...own, [key]: parsed.value });
    return { kind: 'saved' };
  };

  const reset = async (key: string): Promise<void> => {
    if (!isSettingKey(key)) throw new DialerError('setting-invalid');
    const [policy, own] = await Promise.all([deps.readPolicy(), deps.readOwn()]);
    const { [key]: _dropped, ...kept } = own;
    await write(policy, own, kept);
  };

  return {
    current,
    /** Policy arrived or changed: what runs follows it. */
    followPolicy: () => inTurn(followUp),
    save: (key: string, value: unknown) => inTurn(() => save(key, value)),
    reset: (key: string) => inTurn(() => reset(key)),
  };
}
