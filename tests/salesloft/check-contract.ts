import { PAGING, type Operation, type Parameter } from './contract.ts';
import { readJson, type SalesloftRequest } from './request.ts';
import { toMicros } from './wire.ts';

/** One way in which a request departs from Salesloft's documents. */
export type Problem = {
  readonly kind: 'unknown parameter' | 'not an array' | 'bad value' | 'missing' | 'not JSON';
  readonly parameter: string;
  readonly words: string;
};

export function checkRequest(operation: Operation, request: SalesloftRequest): Problem[] {
  return [...checkQuery(operation, request), ...checkBody(operation, request)];
}

function checkQuery(operation: Operation, request: SalesloftRequest): Problem[] {
  const problems: Problem[] = [];
  for (const [written, value] of request.query) {
    const [, name = written, bracket] = /^(.+?)(\[.*\])?$/.exec(written) ?? [];
    const parameter = operation.query.get(name);
    if (!parameter) {
      problems.push({ kind: 'unknown parameter', parameter: name, words: `${written} is no parameter: it is ignored` });
      continue;
    }
    if (parameter.type === 'array' && bracket !== '[]') {
      problems.push({ kind: 'not an array', parameter: name, words: `${written} is an array: write ${name}[]` });
    }
    if (!fitsText(parameter, bracket, value)) problems.push(badValue(name, parameter, `${written}=${value}`));
  }
  const given = new Set(request.query.map(([written]) => written.replace(/\[.*$/, '')));
  return [...problems, ...missing(operation.query, (name) => given.has(name))];
}

function fitsText(parameter: Parameter, bracket: string | undefined, value: string): boolean {
  if (parameter.allowed.length > 0) return parameter.allowed.includes(value);
  if (parameter.type === 'range') return /^\[(gt|gte|lt|lte)\]$/.test(bracket ?? '') && toMicros(value) !== undefined;
  if (parameter.type === 'boolean') return value === 'true' || value === 'false';
  if (parameter.type === 'integer' || parameter.type === 'id') return /^\d+$/.test(value);
  return parameter.type === 'array' || parameter.type === 'object' || bracket === undefined;
}

function checkBody(operation: Operation, request: SalesloftRequest): Problem[] {
  if (operation.body.size === 0) return [];
  const body = request.headers['content-type']?.startsWith('application/json') ? readJson(request.body) : undefined;
  if (!body)
    return [{ kind: 'not JSON', parameter: 'body', words: 'the body is not a JSON object, or not named as one' }];
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(body)) {
    const parameter = operation.body.get(name);
    if (!parameter)
      problems.push({ kind: 'unknown parameter', parameter: name, words: `${name} is no field of the body` });
    if (parameter && !fitsValue(parameter, value))
      problems.push(badValue(name, parameter, `${name}: ${JSON.stringify(value)}`));
  }
  return [...problems, ...missing(operation.body, (name) => body[name] !== undefined)];
}

function fitsValue(parameter: Parameter, value: unknown): boolean {
  if (parameter.type === 'integer') return Number.isSafeInteger(value);
  if (parameter.type === 'id') return isId(value);
  if (parameter.type === 'array') return Array.isArray(value);
  if (parameter.type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === parameter.type;
}

/** A whole number; text only where a number would lose digits. */
function isId(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  return typeof value === 'string' && /^\d+$/.test(value) && !Number.isSafeInteger(Number(value));
}

function badValue(name: string, parameter: Parameter, shown: string): Problem {
  const wanted = parameter.allowed.length > 0 ? parameter.allowed.join(', ') : parameter.type;
  return { kind: 'bad value', parameter: name, words: `${shown.slice(0, 80)} does not fit: ${wanted}` };
}

function missing(parameters: ReadonlyMap<string, Parameter>, has: (name: string) => boolean): Problem[] {
  return [...parameters]
    .filter(([name, { isRequired }]) => isRequired && !has(name))
    .map(([name]) => ({ kind: 'missing', parameter: name, words: `${name} is missing` }));
}

/** A list refuses a bad filter or sort with 422; paging it corrects without a word. */
export function isRefused(problem: Problem): boolean {
  return problem.kind === 'bad value' && !(problem.parameter in PAGING);
}
