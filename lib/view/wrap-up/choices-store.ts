import { computed, type ReadonlySignal } from '@preact/signals';
import { arrangeChoices, type Choice } from '@/lib/domain/wrap-up/choices';
import type { SettingsView } from '@/lib/domain/settings/settings-view';
import type { ChoiceSetting } from '@/lib/domain/settings/values';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';

export type Choices = { readonly dispositions: readonly Choice[]; readonly sentiments: readonly Choice[] };

/** What a wrap-up chooses from, with the digits for it. */
export function createChoices(
  rules: ReadonlySignal<TeamRules | undefined>,
  settings: ReadonlySignal<SettingsView | undefined>,
): ReadonlySignal<Choices> {
  const arranged = (key: 'logging.dispositions' | 'logging.sentiments'): readonly ChoiceSetting[] =>
    (settings.value?.values[key] as readonly ChoiceSetting[] | undefined) ?? [];
  return computed(() => ({
    dispositions: arrangeChoices(rules.value?.dispositions ?? [], arranged('logging.dispositions')),
    sentiments: arrangeChoices(rules.value?.sentiments ?? [], arranged('logging.sentiments')),
  }));
}
