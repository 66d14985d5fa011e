import { DialerError } from '@/lib/domain/core/errors';

/** Makes a value of its own from whatever came in, with nothing in it that was not asked for; throws `input-unreadable`. */
export type Reader<Value> = (given: unknown) => Value;

/** A reader a field; a field that may be missing is left out, and what stands beside the fields is dropped. */
export type Fields<Value> = {
  readonly [Field in keyof Value]-?: Record<never, never> extends Pick<Value, Field>
    ? Reader<Value[Field] | undefined>
    : Reader<Value[Field]>;
};

export function refuse(): never {
  throw new DialerError('input-unreadable');
}

/** `most` counts characters. */
export function text(most: number): Reader<string> {
  return (given) => (typeof given === 'string' && given.length <= most ? given : refuse());
}

/** Words of another program: cut off rather than refused, so that what they stand with still arrives. */
export function words(most: number): Reader<string> {
  return (given) => (typeof given === 'string' ? given.slice(0, most).toWellFormed() : refuse());
}

export function id<Id extends string>(given: unknown): Id {
  return typeof given === 'string' && /^[^\s\p{C}]{1,100}$/u.test(given) ? (given as Id) : refuse();
}

export function flag(given: unknown): boolean {
  return typeof given === 'boolean' ? given : refuse();
}

export function number(least: number): Reader<number> {
  return (given) => (typeof given === 'number' && Number.isFinite(given) && given >= least ? given : refuse());
}

export function oneOf<Known extends string>(known: readonly Known[]): Reader<Known> {
  return (given) => known.find((one) => one === given) ?? refuse();
}

/** The same for a union that has no list: the compiler asks for each of its words. */
export function keyOf<Known extends string>(known: Readonly<Record<Known, true>>): Reader<Known> {
  return oneOf(Object.keys(known) as Known[]);
}

export function list<Value>(one: Reader<Value>, most: number): Reader<readonly Value[]> {
  return (given) => (Array.isArray(given) && given.length <= most ? given.map((part) => one(part)) : refuse());
}

export function optional<Value>(reader: Reader<Value>): Reader<Value | undefined> {
  return (given) => (given === undefined ? undefined : reader(given));
}

export function nullable<Value>(reader: Reader<Value>): Reader<Value | null> {
  return (given) => (given === null ? null : reader(given));
}

export function object<Value extends object>(fields: Fields<Value>): Reader<Value> {
  const readers = Object.entries<Reader<unknown>>(fields);
  return (given) => {
    const row = rowOf(given);
    const read = readers.map(([name, reader]) => [name, reader(Object.hasOwn(row, name) ? row[name] : undefined)]);
    return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Value;
  };
}

/** Texts by names that are not ours to know. */
export function texts(mostNames: number, mostText: number): Reader<Readonly<Record<string, string>>> {
  const read = text(mostText);
  return (given) => {
    const entries = Object.entries(rowOf(given)).filter(([name]) => name !== '__proto__');
    if (entries.length > mostNames || entries.some(([name]) => name.length > 200)) refuse();
    return Object.fromEntries(entries.map(([name, value]) => [name, read(value)]));
  };
}

/** One of several kinds, each with fields of its own. */
export function byKind<Union extends { readonly kind: string }>(kinds: {
  readonly [Kind in Union['kind']]: Fields<Omit<Extract<Union, { kind: Kind }>, 'kind'>>;
}): Reader<Union> {
  const kindOf = oneOf(Object.keys(kinds) as Union['kind'][]);
  return (given) => {
    const kind = kindOf(rowOf(given)['kind']);
    return { kind, ...object(kinds[kind] as Fields<object>)(given) } as Union;
  };
}

/** Whatever JSON can hold, in so many characters of it. */
export function json(most: number): Reader<unknown> {
  return (given) => {
    const written = inJson(given);
    if (written === undefined || written.length > most) return refuse();
    return JSON.parse(written, (name, value: unknown) => (name === '__proto__' ? undefined : value)) as unknown;
  };
}

function inJson(given: unknown): string | undefined {
  try {
    return JSON.stringify(given);
  } catch {
    // In a circle, or nested deeper than anything of ours.
    return undefined;
  }
}

function rowOf(given: unknown): Readonly<Record<string, unknown>> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return refuse();
  return given as Record<string, unknown>;
}
