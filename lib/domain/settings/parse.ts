import { unreachable } from '@/lib/domain/errors';
import type { Spec, TextSpec } from './spec';

/** `problem` is a message key and `parts` its placeholders: a sentence that says what the value must be. */
export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string; readonly parts: readonly string[] };

const TEXT_LIMIT = 4_000;
const LIST_LIMIT = 500;

const FORMATS: Readonly<Record<TextSpec['format'], { readonly pattern: RegExp; readonly problem: string }>> = {
  any: { pattern: /^[^\0]*$/, problem: 'problemText' },
  e164: { pattern: /^(\+[1-9]\d{6,14})?$/, problem: 'problemE164' },
  date: { pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, problem: 'problemDate' },
  time: { pattern: /^([01]\d|2[0-3]):[0-5]\d$/, problem: 'problemTime' },
  region: { pattern: /^(\+\d{1,15}|[A-Z]{2})$/, problem: 'problemRegion' },
  wss: { pattern: /^(wss:\/\/[^\s]+)?$/, problem: 'problemWss' },
};

/**
 * Reads a value of unknown origin by its spec. Objects are built afresh from the fields that are known, so nothing else
 * comes in, `__proto__` least of all. Throws nothing.
 */
export function parseValue(spec: Spec, value: unknown): Parsed {
  switch (spec.kind) {
    case 'text':
      return parseText(spec, value);
    case 'url':
      return parseUrl(value);
    case 'number': {
      const isNumber = typeof value === 'number' && Number.isFinite(value) && (!spec.isWhole || Number.isInteger(value));
      const isWithin = isNumber && value >= spec.min && value <= spec.max;
      return isWithin ? good(value) : bad(spec.isWhole ? 'problemWholeNumber' : 'problemNumber', spec.min, spec.max);
    }
    case 'boolean':
      return typeof value === 'boolean' ? good(value) : bad('problemBoolean');
    case 'choice':
      return typeof value === 'string' && spec.options.includes(value)
        ? good(value)
        : bad('problemChoice', spec.options.filter((option) => option !== '').join(', '));
    case 'list':
      return parseList(spec.of, value);
    case 'object':
      return parseObject(spec, value);
    default:
      return unreachable(spec);
  }
}

function parseText(spec: TextSpec, value: unknown): Parsed {
  if (typeof value !== 'string') return bad('problemText');
  if (value.length > TEXT_LIMIT) return bad('problemTooLong', TEXT_LIMIT);
  const { pattern, problem } = FORMATS[spec.format];
  return pattern.test(value) ? good(value) : bad(problem);
}

/** Empty means none; anything else must be https, for tokens and people's data go there. */
function parseUrl(value: unknown): Parsed {
  if (value === '') return good('');
  if (typeof value !== 'string' || value.length > TEXT_LIMIT || !URL.canParse(value)) return bad('problemUrl');
  const { protocol, username, password } = new URL(value);
  return protocol === 'https:' && username === '' && password === '' ? good(value) : bad('problemUrl');
}

function parseList(of: Spec, value: unknown): Parsed {
  if (!Array.isArray(value)) return bad('problemList');
  if (value.length > LIST_LIMIT) return bad('problemListTooLong', LIST_LIMIT);
  const parsed = value.map((one: unknown) => parseValue(of, one));
  return parsed.find((one) => !one.ok) ?? good(parsed.map((one) => (one.ok ? one.value : undefined)));
}

function parseObject(spec: Extract<Spec, { kind: 'object' }>, value: unknown): Parsed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad('problemObject');
  const unknownField = Object.keys(value).find((name) => !Object.hasOwn(spec.fields, name));
  if (unknownField !== undefined) return bad('problemUnknownField', unknownField.slice(0, 80));
  const result: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(spec.fields)) {
    if (!Object.hasOwn(value, name)) {
      result[name] = field.default;
      continue;
    }
    const parsed = parseValue(field.spec, (value as Record<string, unknown>)[name]);
    if (!parsed.ok) return bad('problemInField', name, parsed.problem, ...parsed.parts);
    result[name] = parsed.value;
  }
  return good(result);
}

function good(value: unknown): Parsed {
  return { ok: true, value };
}

function bad(problem: string, ...parts: readonly (string | number)[]): Parsed {
  return { ok: false, problem, parts: parts.map(String) };
}
