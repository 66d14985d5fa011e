import { unreachable } from '@/lib/domain/core/errors';
import { CATALOGUE, SETTING_KEYS } from './catalogue';
import type { Spec } from './spec';

type Schema = Readonly<Record<string, unknown>>;

/**
 * The policy schema as Chrome reads it. Chrome drops a value that does not fit, without a word to anybody, so only types
 * stand here, and whole numbers are `number`, for `integer` drops 2.5. Limits, formats and choices are checked by us, who
 * can name what is wrong.
 * `describe` gives a key's label and help.
 */
export function toManagedSchema(describe: (key: string) => { title: string; description: string }): Schema {
  const properties = Object.fromEntries(
    SETTING_KEYS.filter((key) => CATALOGUE[key].isManaged).map((key) => [
      key,
      { ...describe(key), ...toSchema(CATALOGUE[key].spec) },
    ]),
  );
  return { type: 'object', properties };
}

function toSchema(spec: Spec): Schema {
  switch (spec.kind) {
    case 'text':
    case 'url':
    case 'choice':
      return { type: 'string' };
    case 'number':
      return { type: 'number' };
    case 'boolean':
      return { type: 'boolean' };
    case 'list':
      return { type: 'array', items: toSchema(spec.of) };
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(spec.fields).map(([name, field]) => [name, toSchema(field.spec)]),
        ),
      };
    case 'map':
      return { type: 'object', additionalProperties: { type: 'string' } };
    default:
      return unreachable(spec);
  }
}
