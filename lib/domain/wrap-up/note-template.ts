import type { CalledPerson } from '@/lib/domain/call/person';

export type TemplateFacts = {
  readonly person: CalledPerson;
  /** As dialed. */
  readonly to: string;
  /** Cadence and step, or the task's subject. */
  readonly context: string;
  readonly repName: string;
  /** `YYYY-MM-DD`, where the rep is. */
  readonly date: string;
};

/**
 * What the notes of a call begin with. `{name}`, `{title}`, `{company}`, `{number}`, `{step}`, `{rep}` and `{date}` are
 * filled in; anything else in braces stays as it is, so that a slip is seen and not swallowed.
 */
export function fillTemplate(template: string, { person, to, context, repName, date }: TemplateFacts): string {
  const tokens: Readonly<Record<string, string>> = {
    name: person.name,
    title: person.title,
    company: person.company,
    number: to,
    step: context,
    rep: repName,
    date,
  };
  return template.replace(/\{([a-z]+)\}/g, (whole, token: string) =>
    Object.hasOwn(tokens, token) ? (tokens[token] ?? '') : whole,
  );
}
