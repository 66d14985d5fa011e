import { json, type Answer } from '../answer.ts';
import { readJson } from '../request.ts';
import { toMicros } from '../wire.ts';
import { scenario, type Aim, type Scenario } from './scenario.ts';

/** New calls are not listed until `ms` after they came in. */
export function listsCallsLate(aim: Aim & { readonly ms: number }): Scenario {
  return scenario(
    'calls listed late',
    aim,
    async (_request, next, { now, bite }) =>
      changeJson(await next(), (body) => {
        const rows = Array.isArray(body['data']) ? (body['data'] as readonly { readonly created_at: string }[]) : [];
        const seen = rows.filter((row) => Math.floor((toMicros(row.created_at) ?? 0) / 1000) <= now - aim.ms);
        if (seen.length === rows.length) return body;
        bite();
        return { ...body, data: seen };
      }),
    'GET /v2/activities/calls',
  );
}

/** A list that answers as if nothing had been asked but the page. */
export function ignoresFilters(aim: Aim = {}): Scenario {
  return scenario(
    'filters ignored',
    aim,
    (request, next, { bite }) => {
      bite();
      return next({ ...request, query: request.query.filter(([name]) => name === 'page' || name === 'per_page') });
    },
    'GET /v2/*',
  );
}

/** A list whose metadata has no `paging`. */
export function hasNoPaging(aim: Aim = {}): Scenario {
  return scenario(
    'no paging',
    aim,
    async (_request, next, { bite }) =>
      changeJson(await next(), (body) => {
        const { paging, ...metadata } = (body['metadata'] ?? {}) as Record<string, unknown>;
        if (paging !== undefined) bite();
        return { ...body, metadata };
      }),
    'GET /v2/*',
  );
}

function changeJson(answer: Answer, change: (body: Record<string, unknown>) => Record<string, unknown>): Answer {
  if (answer.kind !== 'reply' || answer.status !== 200) return answer;
  const body = readJson(answer.body);
  return body ? { ...answer, body: json(200, change(body)).body } : answer;
}
