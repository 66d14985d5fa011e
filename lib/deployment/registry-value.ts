/** One value as Windows keeps it: a DWORD, or text. Chrome reads no other kinds of an extension's policy. */
export type RegistryValue = { readonly dword: number } | { readonly text: string };

const DWORD_LIMIT = 0xff_ff_ff_ff;

/** Fractions and large numbers become text, and lists and groups JSON: Chrome reads both by the schema's type. */
export function toRegistryValue(value: unknown): RegistryValue {
  if (typeof value === 'boolean') return { dword: value ? 1 : 0 };
  if (typeof value === 'number') {
    const isDword = Number.isInteger(value) && value >= 0 && value <= DWORD_LIMIT;
    return isDword ? { dword: value } : { text: String(value) };
  }
  return { text: typeof value === 'string' ? value : JSON.stringify(value) };
}
