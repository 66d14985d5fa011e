/** What a stored value must look like: an example for a text, number or truth value, a check, or fields. */
export type Shape = string | number | boolean | ((value: unknown) => boolean) | { readonly [field: string]: Shape };

/** Whether `value` has what `shape` asks for; fields beyond it do no harm. */
export function fits(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'function') return shape(value);
  if (typeof shape !== 'object') return typeof value === typeof shape && !Number.isNaN(value);
  return isRow(value) && Object.entries(shape).every(([field, inner]) => fits(value[field], inner));
}

export function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const oneOf =
  (...known: readonly string[]) =>
  (value: unknown): boolean =>
    known.includes(value as string);

export const optional =
  (shape: Shape) =>
  (value: unknown): boolean =>
    value === undefined || fits(value, shape);

export const mapOf =
  (shape: Shape) =>
  (value: unknown): boolean =>
    isRow(value) && Object.values(value).every((one) => fits(one, shape));

export const listOf =
  (shape: Shape) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every((one) => fits(one, shape));
