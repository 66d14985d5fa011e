import type { EntryId } from '@/lib/domain/core/ids';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import { lackingCrmFields } from './crm-values';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';

/** `crm:` and the CRM's name of the field. */
export type MissingField = 'disposition' | 'sentiment' | `crm:${string}`;

/** What became of a wrap-up that was handed in. */
export type SubmitOutcome =
  | { readonly kind: 'saved'; readonly entryId: EntryId }
  | { readonly kind: 'missing'; readonly fields: readonly MissingField[] };

/** Which required fields a draft lacks; a name that the team no longer has counts as lacking. */
export function checkWrapUp(draft: WrapUpDraft, rules: TeamRules): readonly MissingField[] {
  const missing: MissingField[] = [];
  if (lacks(draft.disposition, rules.dispositions, rules.dispositionRequired)) missing.push('disposition');
  if (lacks(draft.sentiment, rules.sentiments, rules.sentimentRequired)) missing.push('sentiment');
  missing.push(...lackingCrmFields(draft.crmFields, rules).map((name) => `crm:${name}` as const));
  return missing;
}

/** Whether the rep has said something to a field since it was found missing. */
export function isAnswered(field: string, before: WrapUpDraft, part: Partial<WrapUpDraft>): boolean {
  if (!field.startsWith('crm:')) return field in part;
  const name = field.slice('crm:'.length);
  return part.crmFields !== undefined && part.crmFields[name] !== before.crmFields?.[name];
}

function lacks(chosen: string, known: readonly string[], required: boolean): boolean {
  return chosen === '' ? required : !known.includes(chosen);
}
