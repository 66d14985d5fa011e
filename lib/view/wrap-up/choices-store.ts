import { computed, type ReadonlySignal } from '@preact/signals';
import { arrangeChoices, type Choice } from '@/lib/domain/wrap-up/choices';
import type { SettingsView } from '@/lib/domain/settings/settings-view';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';

export type Choices = { readonly dispositions: readonly Choice[]; readonly sentiments: readonly Choice[] };

/** What a wrap-up chooses from, with the digits for it. */
export function createChoices(
  rules: ReadonlySignal<TeamRules | undefined>,
  settings: ReadonlySignal<SettingsView | undefined>,
): ReadonlySignal<Choices> {
  return computed(() => ({
    dispositions: arrangeChoices(rules.value?.dispositions ?? [], settings.value?.values['logging.dispositions'] ?? []),
    sentiments: arrangeChoices(rules.value?.sentiments ?? [], settings.value?.values['logging.sentiments'] ?? []),
  }));
}
