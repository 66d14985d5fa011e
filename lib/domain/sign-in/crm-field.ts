/** A field of the team's CRM that a logged call may carry. */
export type CrmField = {
  /** The CRM's own name, by which a log carries it. */
  readonly name: string;
  /** For people; the name where Salesloft gives no title. */
  readonly title: string;
  readonly fieldId: string;
  readonly kind: 'text' | 'choice' | 'flag' | 'date';
  /** For `choice`: what is shown, and what the log carries. */
  readonly choices: readonly CrmChoice[];
  /** What Salesloft writes by itself: such a field is shown and not sent. Empty for none. */
  readonly preset: string;
};

export type CrmChoice = { readonly label: string; readonly value: string };

/** Values by the CRM's name of the field; an empty one is "left blank on purpose". */
export type CrmValues = Readonly<Record<string, string>>;

/** A field that is known by its name alone, because Salesloft asked for it in a refusal. */
export function unlistedField(name: string): CrmField {
  return { name, title: name, fieldId: '', kind: 'text', choices: [], preset: '' };
}
