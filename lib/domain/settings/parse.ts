import { unreachable } from '@/lib/domain/core/errors';
import { readRegion } from './read-region';
import { text, type ObjectSpec, type Spec, type TextSpec, type UrlSpec } from './spec';

/** `problem` is a message key and `parts` its placeholders: a sentence that says what the value must be. */
export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string; readonly parts: readonly string[] };

const TEXT_LIMIT = 4_000;
const LIST_LIMIT = 500;
const NAME_LIMIT = 200;

/** Labels of letters, digits and inner hyphens, with dots between; an IPv4 address is one too. */
const LABEL = '[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?';
const HOST = `${LABEL}(?:\\.${LABEL})*`;

const FORMATS: Readonly<Record<TextSpec['format'], { readonly pattern: RegExp; readonly problem: string }>> = {
  any: { pattern: /^[^\0]*$/, problem: 'problemText' },
  e164: { pattern: /^(\+[1-9]\d{6,14})?$/, problem: 'problemE164' },
  date: { pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, problem: 'problemDate' },
  time: { pattern: /^([01]\d|2[0-3]):[0-5]\d$/, problem: 'problemTime' },
  // What of it is a country, `readRegion` knows.
  region: { pattern: /^[+A-Za-z][^\0]*$/, problem: 'problemRegion' },
  // RFC 6749, 3.3: one token of a scope.
  scope: { pattern: /^[\x21\x23-\x5B\x5D-\x7E]+$/, problem: 'problemScope' },
  // RFC 7064 and 7065; a host, or an IPv6 address in brackets.
  ice: {
    pattern: new RegExp(`^(stuns?|turns?):(${HOST}|\\[[0-9a-f:.]+\\])(:\\d{1,5})?(\\?transport=(udp|tcp))?$`, 'i'),
    problem: 'problemIce',
  },
  host: { pattern: new RegExp(`^(${HOST}(:\\d{1,5})?)?$`, 'i'), problem: 'problemHost' },
  // RFC 3261, 25.1: `user` of an address, without what would end it.
  sipUser: { pattern: /^([\w.!~*'()&=+$,;?/-]|%[\dA-Fa-f]{2}){0,128}$/, problem: 'problemSipUser' },
  // It stands in quotation marks in a header.
  displayName: { pattern: /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}"\\<>]{0,64}$/u, problem: 'problemDisplayName' },
  // It becomes a part of a host of Twilio's.
  edge: { pattern: /^[a-z]{1,20}(-[a-z]{1,20}){0,2}$/, problem: 'problemEdge' },
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
      return parseUrl(spec, value);
    case 'number': {
      const isNumber =
        typeof value === 'number' && Number.isFinite(value) && (!spec.isWhole || Number.isInteger(value));
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
    case 'map':
      return parseMap(value);
    default:
      return unreachable(spec);
  }
}

function parseText(spec: TextSpec, value: unknown): Parsed {
  if (typeof value !== 'string') return bad('problemText');
  if (value.length > TEXT_LIMIT) return bad('problemTooLong', TEXT_LIMIT);
  const { pattern, problem } = FORMATS[spec.format];
  if (spec.format === 'region') return readRegion(value) === undefined ? bad(problem) : good(readRegion(value));
  const isGood = pattern.test(value) && (spec.format !== 'date' || isOnCalendar(value));
  return isGood ? good(value) : bad(problem);
}

/** Months differ in length: Date moves a day that is not there into the next month. */
function isOnCalendar(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(date);
}

function parseUrl({ scheme, mayBeEmpty }: UrlSpec, value: unknown): Parsed {
  const problem = scheme === 'wss' ? 'problemWss' : 'problemUrl';
  if (typeof value !== 'string') return bad(problem);
  if (value === '') return mayBeEmpty ? good('') : bad(problem);
  if (value.length > TEXT_LIMIT) return bad('problemTooLong', TEXT_LIMIT);
  // URL drops white space silently; what is stored must be what is used.
  if (/\s/.test(value) || !URL.canParse(value)) return bad(problem);
  const { protocol, username, password } = new URL(value);
  return protocol === `${scheme}:` && username === '' && password === '' ? good(value) : bad(problem);
}

function parseList(of: Spec, value: unknown): Parsed {
  if (!Array.isArray(value)) return bad('problemList');
  if (value.length > LIST_LIMIT) return bad('problemListTooLong', LIST_LIMIT);
  const result: unknown[] = [];
  for (const [index, one] of value.entries()) {
    const parsed = parseValue(of, one);
    if (!parsed.ok) return bad('problemInEntry', index + 1, parsed.problem, ...parsed.parts);
    result.push(parsed.value);
  }
  return good(result);
}

function parseObject(spec: ObjectSpec, value: unknown): Parsed {
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
  if (spec.ascending && !isAscending(spec.ascending, result)) return bad('problemOrder', ...spec.ascending);
  return good(result);
}

/** Built afresh; a name that every object has already would be lost in it, or worse. */
function parseMap(value: unknown): Parsed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad('problemObject');
  const entries = Object.entries(value);
  if (entries.length > LIST_LIMIT) return bad('problemListTooLong', LIST_LIMIT);
  const result: Record<string, string> = {};
  for (const [name, one] of entries) {
    if (name.trim() === '' || name.length > NAME_LIMIT || name in {}) {
      return bad('problemUnknownField', name.slice(0, 80));
    }
    const parsed = parseText(text, one);
    if (!parsed.ok) return bad('problemInField', name.slice(0, 80), parsed.problem, ...parsed.parts);
    result[name] = String(one);
  }
  return good(result);
}

function isAscending([from, to]: readonly [string, string], fields: Readonly<Record<string, unknown>>): boolean {
  return String(fields[from]) < String(fields[to]);
}

function good(value: unknown): Parsed {
  return { ok: true, value };
}

function bad(problem: string, ...parts: readonly (string | number)[]): Parsed {
  return { ok: false, problem, parts: parts.map(String) };
}
