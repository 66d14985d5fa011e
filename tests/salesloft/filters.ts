import { toMicros, type Id } from './wire.ts';

/** Made ready once for the values given, then asked row by row. */
export type Filter<Row> = (values: readonly string[]) => (row: Row) => boolean;

/** One of the given values, compared as text, case and all. */
export function anyOf<Row>(of: (row: Row) => Id | null | undefined): Filter<Row> {
  return (values) => {
    const wanted = new Set(values);
    return (row) => wanted.has(String(of(row) ?? ''));
  };
}

export function yesOrNo<Row>(of: (row: Row) => boolean): Filter<Row> {
  return ([value]) =>
    (row) =>
      String(of(row)) === value;
}

/** A rule of its own for a single value. */
export function passing<Row>(fits: (row: Row, value: string) => boolean): Filter<Row> {
  return ([value = '']) =>
    (row) =>
      fits(row, value);
}

const COMPARE: Readonly<Record<string, (row: number, bound: number) => boolean>> = {
  gt: (row, bound) => row > bound,
  gte: (row, bound) => row >= bound,
  lt: (row, bound) => row < bound,
  lte: (row, bound) => row <= bound,
};

/** A range, compared in microseconds; its bound arrives as `lte 2026-11-20T...`. */
export function within<Row>(of: (row: Row) => string | null): Filter<Row> {
  return ([bound = '']) => {
    const [operator = '', ...rest] = bound.split(' ');
    const compare = COMPARE[operator];
    const limit = toMicros(rest.join(' '));
    return (row) => {
      const at = toMicros(of(row) ?? '');
      return at !== undefined && limit !== undefined && compare !== undefined && compare(at, limit);
    };
  };
}
