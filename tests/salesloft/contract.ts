import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A parameter: what it may hold. `allowed` is empty when any value of the type may stand. */
export type Parameter = { readonly type: string; readonly allowed: readonly string[]; readonly isRequired: boolean };

export type Operation = {
  /** `GET /v2/people/{id}` */
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  /** Scope a token needs; empty when any token will do. */
  readonly scope: string;
  readonly query: ReadonlyMap<string, Parameter>;
  readonly body: ReadonlyMap<string, Parameter>;
};

type Written = {
  readonly operations: Readonly<
    Record<
      string,
      {
        readonly scope?: string;
        readonly paged?: boolean;
        readonly query?: Readonly<Record<string, string>>;
        readonly body?: Readonly<Record<string, string>>;
      }
    >
  >;
};

/** Parameters that a list forgives: a bad value is corrected without a word. */
export const PAGING = {
  per_page: 'integer',
  page: 'integer',
  include_paging_counts: 'boolean',
  limit_paging_counts: 'boolean',
};

const TYPES = ['integer', 'number', 'string', 'boolean', 'object', 'id', 'range'];

function readParameter(text: string): Parameter {
  const isRequired = text.endsWith('!');
  const bare = text.replace(/!$/, '');
  if (TYPES.includes(bare)) return { type: bare, allowed: [], isRequired };
  if (!bare.startsWith('[')) return { type: 'string', allowed: bare.split('|'), isRequired };
  return { type: 'array', allowed: bare.slice(1, -1).split('|').filter(Boolean), isRequired };
}

function readParameters(written: Readonly<Record<string, string>>): Map<string, Parameter> {
  return new Map(Object.entries(written).map(([name, text]) => [name, readParameter(text)]));
}

const written = JSON.parse(readFileSync(join(import.meta.dirname, 'contract.json'), 'utf8')) as Written;

export const operations: readonly Operation[] = Object.entries(written.operations).map(([name, operation]) => {
  const [method = '', path = ''] = name.split(' ');
  const paging = operation.paged ? { ...PAGING, sort_direction: 'ASC|DESC' } : {};
  return {
    name,
    method,
    path: new RegExp(`^${path.replace('{id}', '([^/]+)')}$`),
    scope: operation.scope ?? '',
    query: readParameters({ ...paging, ...operation.query }),
    body: readParameters(operation.body ?? {}),
  };
});

/** The operation a request names, with the id in its path; exact paths go before `{id}`. */
export function findOperation(method: string, path: string): { operation: Operation; id: string } | undefined {
  const fitting = operations.filter((operation) => operation.method === method && operation.path.test(path));
  const operation = fitting.find(({ name }) => !name.endsWith('{id}')) ?? fitting[0];
  if (!operation) return undefined;
  return { operation, id: decodeURIComponent(operation.path.exec(path)?.[1] ?? '') };
}
