import { parseValue, type Parsed } from './parse';
import type { Spec } from './spec';

export type Refused = Extract<Parsed, { ok: false }>;

/**
 * A value without the entries of its lists that cannot be used, and what is wrong with each. Where no entry is good, the
 * list stays as it is: an empty one would say something that nobody wrote.
 */
export function keepGoodEntries(
  spec: Spec,
  value: unknown,
): { readonly value: unknown; readonly refused: readonly Refused[] } {
  if (spec.kind === 'list' && Array.isArray(value)) return keepGood(spec.of, value);
  if (spec.kind !== 'object' || typeof value !== 'object' || value === null) return { value, refused: [] };
  const refused: Refused[] = [];
  const kept = Object.entries(value).map(([name, one]: [string, unknown]) => {
    const field = Object.hasOwn(spec.fields, name) ? spec.fields[name] : undefined;
    if (field?.spec.kind !== 'list') return [name, one];
    const good = keepGoodEntries(field.spec, one);
    for (const { problem, parts } of good.refused)
      refused.push({ ok: false, problem: 'problemInField', parts: [name, problem, ...parts] });
    return [name, good.value];
  });
  return { value: refused.length === 0 ? value : Object.fromEntries(kept), refused };
}

function keepGood(
  of: Spec,
  entries: readonly unknown[],
): { readonly value: unknown; readonly refused: readonly Refused[] } {
  const refused: Refused[] = [];
  const good = entries.filter((entry, index) => {
    const parsed = parseValue(of, entry);
    if (!parsed.ok)
      refused.push({
        ok: false,
        problem: 'problemInEntry',
        parts: [String(index + 1), parsed.problem, ...parsed.parts],
      });
    return parsed.ok;
  });
  return good.length === 0 ? { value: entries, refused: [] } : { value: good, refused };
}
