import { unreachable } from '@/lib/domain/core/errors';
import type { Spec } from '@/lib/domain/settings/spec';

/**
 * Whether Chrome passes a policy value on by the managed schema, which knows types alone. One wrong part costs the whole
 * key, and nobody is told: https://www.chromium.org/administrators/configuring-policy-for-extensions/
 */
export function fitsSchema(spec: Spec, value: unknown): boolean {
  switch (spec.kind) {
    case 'text':
    case 'url':
    case 'choice':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value) && value.every((one: unknown) => fitsSchema(spec.of, one));
    case 'object':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.entries(spec.fields).every(
          ([name, field]) => !Object.hasOwn(value, name) || fitsSchema(field.spec, Reflect.get(value, name)),
        )
      );
    case 'map':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.values(value).every((one) => typeof one === 'string')
      );
    default:
      return unreachable(spec);
  }
}
