/** The shapes a setting's value may have, with its limits. Everything about a setting is drawn from its spec. */
export type Spec =
  | TextSpec
  | UrlSpec
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly isWhole: boolean }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | ListSpec
  | ObjectSpec
  | MapSpec;

/** A single value. */
export type PlainSpec = Exclude<Spec, ListSpec | ObjectSpec | MapSpec>;

export type TextSpec = {
  readonly kind: 'text';
  readonly format:
    'any' | 'e164' | 'date' | 'time' | 'region' | 'scope' | 'ice' | 'host' | 'sipUser' | 'displayName' | 'edge';
  /** Never shown, logged or published once set. */
  readonly isSecret: boolean;
};

/** Tokens, credentials and people's records travel there, so nothing unencrypted is allowed. */
export type UrlSpec = { readonly kind: 'url'; readonly scheme: 'https' | 'wss'; readonly mayBeEmpty: boolean };

export type ListSpec = { readonly kind: 'list'; readonly of: Spec };

export type ObjectSpec = {
  readonly kind: 'object';
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** Two fields of which the first must come before the second, as written. */
  readonly ascending?: readonly [from: string, to: string];
};

/** Texts by names that the customer chooses. */
export type MapSpec = { readonly kind: 'map' };

/** A field of an object; one that is missing takes its default. */
export type FieldSpec = { readonly spec: Spec; readonly default: unknown };

export const text: TextSpec = { kind: 'text', format: 'any', isSecret: false };
export const secret: TextSpec = { kind: 'text', format: 'any', isSecret: true };
export const url: Spec = { kind: 'url', scheme: 'https', mayBeEmpty: true };
export const neededUrl: Spec = { kind: 'url', scheme: 'https', mayBeEmpty: false };
export const socketUrl: Spec = { kind: 'url', scheme: 'wss', mayBeEmpty: true };
export const map: MapSpec = { kind: 'map' };
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

export function object(fields: ObjectSpec['fields'], ascending?: ObjectSpec['ascending']): Spec {
  return ascending ? { kind: 'object', fields, ascending } : { kind: 'object', fields };
}
