/** What the worker would have published, as plain JSON: ids are text here and branded in the program. */
export type Plain<Value> = Value extends string | number | boolean | null | undefined
  ? Value extends string
    ? string
    : Value
  : { readonly [Key in keyof Value]: Plain<Value[Key]> };

export const MINUTE = 60_000;
export const DAY = 1_440 * MINUTE;
export const now = Date.now();
