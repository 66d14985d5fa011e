/**
 * `unknown`: Chrome drops it. `dropped`: the type is wrong, and Chrome drops it without a word. `refused`: Loftline gets it
 * and cannot use it. `unused`: right, and nothing reads it yet. `contradiction`: each is right, together they are not.
 */
export type FindingKind = 'unknown' | 'dropped' | 'refused' | 'unused' | 'contradiction';

export type PolicyFinding = {
  readonly kind: FindingKind;
  readonly keys: readonly string[];
  /** Message key and its placeholders. */
  readonly problem: string;
  readonly parts: readonly string[];
};
