import { CATALOGUE, isSettingKey } from '@/lib/domain/settings/catalogue';
import type { Spec } from '@/lib/domain/settings/spec';
import type { Policy } from './policy';

/** A policy without its secrets, for a page: texts that are secret become empty, all else stays as it is. */
export function omitSecrets(policy: Policy): { readonly policy: Policy; readonly wereOmitted: boolean } {
  let wereOmitted = false;
  const omit = (spec: Spec, value: unknown): unknown => {
    if (spec.kind === 'text' && spec.isSecret) {
      if (typeof value === 'string' && value !== '') wereOmitted = true;
      return '';
    }
    if (spec.kind === 'list' && Array.isArray(value)) return value.map((one: unknown) => omit(spec.of, one));
    if (spec.kind !== 'object' || typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]: [string, unknown]) => {
        const field = Object.hasOwn(spec.fields, name) ? spec.fields[name] : undefined;
        return [name, field ? omit(field.spec, one) : one];
      }),
    );
  };
  const kept = Object.entries(policy).map(([key, value]) => [
    key,
    isSettingKey(key) ? omit(CATALOGUE[key].spec, value) : value,
  ]);
  return { policy: Object.fromEntries(kept) as Policy, wereOmitted };
}
