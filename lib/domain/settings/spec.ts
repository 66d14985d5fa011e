/** The shapes a setting's value may have, with its limits. Everything about a setting is drawn from its spec. */
export type Spec =
  | TextSpec
  | { readonly kind: 'url' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly isWhole: boolean }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'list'; readonly of: Spec }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, FieldSpec>> };

export type TextSpec = {
  readonly kind: 'text';
  readonly format: 'any' | 'e164' | 'date' | 'time' | 'region' | 'wss';
  /** Never shown, logged or published once set. */
  readonly isSecret: boolean;
};

/** A field of an object; one that is missing takes its default. */
export type FieldSpec = { readonly spec: Spec; readonly default: unknown };

export const text: TextSpec = { kind: 'text', format: 'any', isSecret: false };
export const secret: TextSpec = { kind: 'text', format: 'any', isSecret: true };
export const url: Spec = { kind: 'url' };
export const boolean: Spec = { kind: 'boolean' };

export function formatted(format: TextSpec['format']): TextSpec {
  return { kind: 'text', format, isSecret: false };
}

export function whole(min: number, max: number): Spec {
  return { kind: 'number', min, max, isWhole: true };
}

export function amount(min: number, max: number): Spec {
  return { kind: 'number', min, max, isWhole: false };
}

export function choice(...options: readonly string[]): Spec {
  return { kind: 'choice', options };
}

export function list(of: Spec): Spec {
  return { kind: 'list', of };
}

export function object(fields: Readonly<Record<string, FieldSpec>>): Spec {
  return { kind: 'object', fields };
}
