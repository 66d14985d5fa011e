import type { ApiResult } from '@/lib/domain/core/api-result';
import type { Beginning } from '@/lib/services/queue/queue-port';
import type { Query, SalesloftClient } from './http-client';
import { isWire, type Wire } from './wire';

export const PAGE_SIZE = 100;

/** Page 101 costs three points and later ones up to thirty: no list of ours is read that deep. */
const DEEPEST_PAGE = 100;

export type Page<Row> = {
  readonly rows: readonly Row[];
  /** Pages in all, when the reply says so or when it shows that this is the last; undefined otherwise. */
  readonly pages: number | undefined;
  readonly hasNext: boolean;
};

/** One page; a row that cannot be read is left out and takes no other with it. */
export async function readPage<Row>(
  client: SalesloftClient,
  path: string,
  query: Query,
  page: number,
  parse: (row: Wire) => Row | undefined,
): Promise<ApiResult<Page<Row>>> {
  const reply = await client.get(path, { ...query, per_page: PAGE_SIZE, page, include_paging_counts: true });
  if (!reply.ok) return reply;
  const { data } = reply.value;
  const rows = (Array.isArray(data) ? data : [])
    .filter(isWire)
    .map(parse)
    .filter((row) => row !== undefined);
  return { ok: true, value: { rows, ...readPaging(reply.value, page) } };
}

/** The first page at once; what follows only when asked for. */
export async function readBeginning<Row>(
  client: SalesloftClient,
  path: string,
  query: Query,
  parse: (row: Wire) => Row | undefined,
  deepest = DEEPEST_PAGE,
): Promise<ApiResult<Beginning<Row>>> {
  const first = await readPage(client, path, query, 1, parse);
  if (!first.ok) return first;
  const { rows, hasNext } = first.value;
  const readRest = () => readFollowing(client, path, query, parse, first.value, deepest);
  return { ok: true, value: hasNext ? { rows, readRest } : { rows } };
}

/** All pages. */
export async function readAll<Row>(
  client: SalesloftClient,
  path: string,
  query: Query,
  parse: (row: Wire) => Row | undefined,
): Promise<ApiResult<readonly Row[]>> {
  const first = await readBeginning(client, path, query, parse);
  if (!first.ok) return first;
  const rest = await first.value.readRest?.();
  if (!rest) return { ok: true, value: first.value.rows };
  return rest.ok ? { ok: true, value: [...first.value.rows, ...rest.value] } : rest;
}

/** The pages after the first: together when their number is known, else one after the other. */
async function readFollowing<Row>(
  client: SalesloftClient,
  path: string,
  query: Query,
  parse: (row: Wire) => Row | undefined,
  first: Page<Row>,
  deepest: number,
): Promise<ApiResult<readonly Row[]>> {
  if (first.pages !== undefined) {
    const numbers = Array.from({ length: Math.min(first.pages, deepest) - 1 }, (_unused, index) => index + 2);
    return joined(await Promise.all(numbers.map((page) => readPage(client, path, query, page, parse))));
  }
  const rows: Row[] = [];
  let { hasNext } = first;
  for (let page = 2; hasNext && page <= deepest; page += 1) {
    const next = await readPage(client, path, query, page, parse);
    if (!next.ok) return next;
    rows.push(...next.value.rows);
    hasNext = next.value.hasNext;
  }
  return { ok: true, value: rows };
}

/** Rows by their ids, 100 a request, all requests at once. */
export async function readByIds<Row>(
  client: SalesloftClient,
  path: string,
  ids: readonly (string | number)[],
  parse: (row: Wire) => Row | undefined,
): Promise<ApiResult<readonly Row[]>> {
  const batches: (readonly (string | number)[])[] = [];
  for (let start = 0; start < ids.length; start += PAGE_SIZE) batches.push(ids.slice(start, start + PAGE_SIZE));
  return joined(await Promise.all(batches.map((batch) => readPage(client, path, { ids: batch }, 1, parse))));
}

function joined<Row>(pages: readonly ApiResult<Page<Row>>[]): ApiResult<readonly Row[]> {
  const rows: Row[] = [];
  for (const page of pages) {
    if (!page.ok) return page;
    rows.push(...page.value.rows);
  }
  return { ok: true, value: rows };
}

/**
 * `metadata.paging` is missing on some lists: then this page is all there is. What `metadata.filtering` echoes has no
 * documented spelling, so nothing hangs on it: the parsers check each row again instead.
 */
function readPaging(body: Wire, page: number): { pages: number | undefined; hasNext: boolean } {
  const metadata = body['metadata'];
  const paging = isWire(metadata) ? metadata['paging'] : undefined;
  if (!isWire(paging)) return { pages: page, hasNext: false };
  const hasNext = typeof paging['next_page'] === 'number';
  const total = paging['total_pages'];
  if (typeof total === 'number') return { pages: total, hasNext: page < total };
  return { pages: hasNext ? undefined : page, hasNext };
}
