import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import { unlistedField, type CrmField, type CrmValues } from '@/lib/domain/sign-in/crm-field';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';

/** The CRM fields of a wrap-up: the team's, and those known only from a refusal. */
export function crmFieldsOf(rules: TeamRules | undefined): readonly CrmField[] {
  const listed = rules?.crmFields ?? [];
  const unlisted = (rules?.requiredCrmFields ?? []).filter((name) => !listed.some((field) => field.name === name));
  return [...listed, ...unlisted.map(unlistedField)];
}

/** What a field holds: the rep's value, else the default that the settings name for it. */
export function crmValueOf(field: CrmField, values: CrmValues | undefined, defaults: CrmValues): string {
  if (field.preset !== '') return field.preset;
  const given = values && Object.hasOwn(values, field.name) ? values[field.name] : undefined;
  return given ?? defaultOf(field, defaults);
}

/**
 * A draft as it is logged: defaults filled in, blanks and what Salesloft writes itself left out. A value of a field that
 * the team does not list goes only while the list is not known.
 */
export function withCrmDefaults<Draft extends WrapUpDraft>(
  draft: Draft,
  rules: TeamRules | undefined,
  defaults: CrmValues,
): Draft {
  const fields = crmFieldsOf(rules);
  const unlisted = rules?.crmFields ? {} : (draft.crmFields ?? {});
  const filled = fields
    .filter(({ preset }) => preset === '')
    .map((field) => [field.name, crmValueOf(field, draft.crmFields, defaults)] as const);
  const values = Object.entries({ ...unlisted, ...Object.fromEntries(filled) }).filter(
    ([, value]) => value.trim() !== '',
  );
  const { crmFields: _touched, ...rest } = draft;
  return (values.length > 0 ? { ...rest, crmFields: Object.fromEntries(values) } : rest) as Draft;
}

/** Names of the fields that are required and blank, or hold a choice that the team does not have. */
export function lackingCrmFields(values: CrmValues | undefined, rules: TeamRules): readonly string[] {
  const required = rules.requiredCrmFields ?? [];
  return crmFieldsOf(rules)
    .filter((field) => field.preset === '')
    .filter((field) => {
      const value = crmValueOf(field, values, {});
      return value.trim() === '' ? required.includes(field.name) : !isOffered(field, value);
    })
    .map(({ name }) => name);
}

/** A default that the field cannot hold is none. Of a choice, the label may be written for the value. */
function defaultOf(field: CrmField, defaults: CrmValues): string {
  const key = [field.name, field.title, field.fieldId].find((name) => name !== '' && Object.hasOwn(defaults, name));
  const wanted = key === undefined ? '' : (defaults[key] ?? '');
  const byLabel = field.choices.find(({ label }) => label === wanted)?.value;
  const value = isOffered(field, wanted) ? wanted : (byLabel ?? '');
  return isOffered(field, value) ? value : '';
}

function isOffered({ kind, choices }: CrmField, value: string): boolean {
  if (kind === 'flag') return value === 'true' || value === 'false';
  if (kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value);
  return kind !== 'choice' || choices.some((choice) => choice.value === value);
}
