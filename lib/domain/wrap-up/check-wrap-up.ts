import type { EntryId } from '@/lib/domain/core/ids';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';

export type MissingField = 'disposition' | 'sentiment';

/** What became of a wrap-up that was handed in. */
export type SubmitOutcome =
  | { readonly kind: 'saved'; readonly entryId: EntryId }
  | { readonly kind: 'missing'; readonly fields: readonly MissingField[] };

/** Which required fields a draft lacks; a name that the team no longer has counts as lacking. */
export function checkWrapUp(draft: WrapUpDraft, rules: TeamRules): readonly MissingField[] {
  const missing: MissingField[] = [];
  if (lacks(draft.disposition, rules.dispositions, rules.dispositionRequired)) missing.push('disposition');
  if (lacks(draft.sentiment, rules.sentiments, rules.sentimentRequired)) missing.push('sentiment');
  return missing;
}

function lacks(chosen: string, known: readonly string[], required: boolean): boolean {
  return chosen === '' ? required : !known.includes(chosen);
}
