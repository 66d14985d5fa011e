import type { Spec } from '@/lib/domain/settings/spec';

export type RegistryEntry =
  | { readonly dword: number }
  | { readonly text: string }
  | { readonly tree: RegistryTree }
  /** A kind that Chrome does not read, such as REG_MULTI_SZ. */
  | { readonly other: string };

export type RegistryTree = Map<string, RegistryEntry>;

/**
 * A registry value as Chrome makes it of the type that the schema names; undefined when Chrome leaves it out. See
 * `RegistryDict::ConvertToJSON`: https://source.chromium.org/chromium/chromium/src/+/main:components/policy/core/common/registry_dict.cc
 */
export function convertRegistryValue(spec: Spec, entry: RegistryEntry): unknown {
  switch (spec.kind) {
    case 'boolean': {
      const number = wholeOf(entry);
      return number === undefined ? undefined : number !== 0;
    }
    case 'number': {
      if ('dword' in entry) return entry.dword;
      const isNumber = 'text' in entry && entry.text.trim() !== '' && Number.isFinite(Number(entry.text));
      return isNumber ? Number(entry.text) : undefined;
    }
    case 'list':
    case 'object':
      return groupOf(spec, entry);
    case 'map':
      return groupOf({ kind: 'object', fields: {} }, entry);
    default:
      return 'text' in entry ? entry.text : undefined;
  }
}

function wholeOf(entry: RegistryEntry): number | undefined {
  if ('dword' in entry) return entry.dword;
  return 'text' in entry && /^-?\d+$/.test(entry.text) ? Number(entry.text) : undefined;
}

/** JSON in one text, or a subkey. The numbers that name a list's entries are sorted as text: 1, 10, 2. */
function groupOf(spec: Extract<Spec, { kind: 'list' | 'object' }>, entry: RegistryEntry): unknown {
  if ('text' in entry) return jsonOf(entry.text, spec.kind);
  if (!('tree' in entry)) return undefined;
  const inner = [...entry.tree].sort(([one], [other]) => (one < other ? -1 : 1));
  if (spec.kind === 'list') return inner.map(([, value]) => convertRegistryValue(spec.of, value));
  return Object.fromEntries(
    inner.map(([name, value]) => {
      const field = Object.hasOwn(spec.fields, name) ? spec.fields[name] : undefined;
      return [name, field ? convertRegistryValue(field.spec, value) : 'text' in value ? value.text : null];
    }),
  );
}

function jsonOf(text: string, kind: 'list' | 'object'): unknown {
  try {
    const value: unknown = JSON.parse(text);
    const isGroup = typeof value === 'object' && value !== null && Array.isArray(value) === (kind === 'list');
    return isGroup ? value : undefined;
  } catch {
    return undefined;
  }
}
