import { isMovedToOtherHost } from './secret-hosts';
import type { Spec } from './spec';

/**
 * A page never sees a secret, so it sends back what it was shown: here `true` becomes the secret known before,
 * and `false` becomes none. A secret stays with the host it was saved for: where the address beside it leads elsewhere, it is gone.
 * In a list, the entry it belonged to is the one that is otherwise the same, or the one at the same place while no entry
 * came or went. What is left as `true` is refused by the parser: there is no secret to keep.
 */
export function keepSecrets(spec: Spec, given: unknown, known: unknown): unknown {
  if (spec.kind === 'text') return spec.isSecret ? keepSecret(given, known) : given;
  if (spec.kind === 'list') return keepInList(spec.of, given, known);
  if (spec.kind !== 'object' || !isRecord(given) || !isRecord(known)) return given;
  const isMoved = isMovedToOtherHost(spec, given, known);
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const field = Object.hasOwn(spec.fields, name) ? spec.fields[name] : undefined;
      if (!field) return [name, value];
      const isLost = isMoved && value === true && field.spec.kind === 'text' && field.spec.isSecret;
      return [name, isLost ? '' : keepSecrets(field.spec, value, known[name])];
    }),
  );
}

/** The value as a page may see it: of a secret only whether it is set. */
export function withoutSecrets(spec: Spec, value: unknown): unknown {
  if (spec.kind === 'text') return spec.isSecret ? value !== '' : value;
  if (spec.kind === 'list' && Array.isArray(value)) return value.map((one: unknown) => withoutSecrets(spec.of, one));
  if (spec.kind !== 'object' || !isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(spec.fields).map(([name, field]) => [name, withoutSecrets(field.spec, value[name])]),
  );
}

function keepSecret(given: unknown, known: unknown): unknown {
  if (given === false) return '';
  return given === true && typeof known === 'string' && known !== '' ? known : given;
}

function keepInList(of: Spec, given: unknown, known: unknown): unknown {
  if (of.kind !== 'object' || !Array.isArray(given) || !Array.isArray(known)) return given;
  const before: readonly unknown[] = known;
  const shown = before.map((one) => JSON.stringify(withoutSecrets(of, one)));
  return given.map((one: unknown, index) => {
    const same = before[shown.indexOf(JSON.stringify(one))];
    const atSamePlace = given.length === before.length ? before[index] : undefined;
    return keepSecrets(of, one, same ?? atSamePlace);
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
