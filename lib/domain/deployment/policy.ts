/** A managed policy for Loftline: values of unknown shape by key, as an admin wrote them. */
export type Policy = Readonly<Record<string, unknown>>;

/** The forms in which platforms take an extension's policy. */
export const POLICY_FORMS = [
  'linux',
  'registry',
  'admx',
  'edgePowershell',
  'macos',
  'macosEdge',
  'googleAdmin',
] as const;
export type PolicyForm = (typeof POLICY_FORMS)[number];

/** A text in one of those forms, read. `notes` are message keys of what was noticed on the way, with their placeholders. */
export type ReadPolicy =
  | { readonly ok: true; readonly form: ReadForm; readonly policy: Policy; readonly notes: readonly PolicyNote[] }
  | { readonly ok: false; readonly problem: string; readonly parts: readonly string[] };

/** `values` is a bare object of keys and values, as `chrome://policy` shows it. */
export type ReadForm = 'linux' | 'registry' | 'macos' | 'googleAdmin' | 'values';

export type PolicyNote = { readonly key: string; readonly problem: string; readonly parts: readonly string[] };
