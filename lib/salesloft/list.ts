import type { ApiFailure, ApiResult } from '@/lib/domain/api-result';
import type { Query, SalesloftClient } from './client';
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
  const rows = (Array.isArray(data) ? data : []).filter(isWire).map(parse).filter((row) => row !== undefined);
  return { ok: true, value: { rows, ...readPaging(reply.value, page) } };
}

/** All pages; with the count known from the first one, the others are read together. */
export async function readAll<Row>(
  client: SalesloftClient,
  path: string,
  query: Query,
  parse: (row: Wire) => Row | undefined,
): Promise<ApiResult<readonly Row[]>> {
  const first = await readPage(client, path, query, 1, parse);
  return first.ok ? readRest(client, path, query, parse, first.value) : first;
}

/** What follows a first page already read, with that page's rows. */
export async function readRest<Row>(
  client: SalesloftClient,
  path: string,
  query: Query,
  parse: (row: Wire) => Row | undefined,
  first: Page<Row>,
): Promise<ApiResult<readonly Row[]>> {
  const rows = [...first.rows];
  if (first.pages !== undefined) {
    const numbers = Array.from({ length: Math.min(first.pages, DEEPEST_PAGE) - 1 }, (_unused, index) => index + 2);
    const pages = await Promise.all(numbers.map((page) => readPage(client, path, query, page, parse)));
    const failure = pages.find((page) => !page.ok)?.failure;
    if (failure) return { ok: false, failure };
    return { ok: true, value: [...rows, ...pages.flatMap((page) => (page.ok ? page.value.rows : []))] };
  }
  let hasNext = first.hasNext;
  for (let page = 2; hasNext && page <= DEEPEST_PAGE; page += 1) {
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
  const pages = await Promise.all(batches.map((batch) => readPage(client, path, { ids: batch }, 1, parse)));
  const failure: ApiFailure | undefined = pages.find((page) => !page.ok)?.failure;
  if (failure) return { ok: false, failure };
  return { ok: true, value: pages.flatMap((page) => (page.ok ? page.value.rows : [])) };
}

/** `metadata.paging` is missing on some lists: then this page is all there is. */
function readPaging(body: Wire, page: number): { pages: number | undefined; hasNext: boolean } {
  const metadata = body['metadata'];
  const paging = isWire(metadata) ? metadata['paging'] : undefined;
  if (!isWire(paging)) return { pages: page, hasNext: false };
  const hasNext = typeof paging['next_page'] === 'number';
  const total = paging['total_pages'];
  if (typeof total === 'number') return { pages: total, hasNext };
  return { pages: hasNext ? undefined : page, hasNext };
}
