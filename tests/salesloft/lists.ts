import { json, type Reply } from './answer.ts';
import type { ApiCall } from './call.ts';
import { PAGING } from './contract.ts';
import type { Filter } from './filters.ts';

type SortKey = string | number | null;

/** How a resource may be filtered and sorted. */
export type Listing<Row> = {
  /** The last part of the path. */
  readonly name: string;
  readonly filters: Readonly<Record<string, Filter<Row>>>;
  readonly sorts: Readonly<Record<string, (row: Row) => SortKey>>;
  readonly usualSort: string;
  readonly usualDirection: 'ASC' | 'DESC';
  /** Everything comes at once, without paging, unless `page` is sent. */
  readonly isWholeWithoutPage?: boolean;
};

/** The page of rows a request asks for, in Salesloft's envelope. */
export function list<Row extends object>(call: ApiCall, rows: Iterable<Row>, listing: Listing<Row>): Reply {
  const { kept, filtering } = applyFilters(call, rows, listing);
  const sortBy = call.query.get('sort_by')?.[0] ?? listing.usualSort;
  const direction = call.query.get('sort_direction')?.[0] ?? listing.usualDirection;
  const sorted = sort(kept, listing.sorts[sortBy], direction);
  const sorting = { sort_by: sortBy, sort_direction: `${direction} NULLS ${direction === 'ASC' ? 'FIRST' : 'LAST'}` };
  if (listing.isWholeWithoutPage && !call.query.has('page')) {
    return json(200, { metadata: { filtering, sorting }, data: sorted });
  }
  const { page, perPage } = readPaging(call);
  const shown = sorted.slice((page - 1) * perPage, page * perPage);
  const paging = {
    per_page: perPage,
    current_page: page,
    next_page: page * perPage < sorted.length ? page + 1 : null,
    prev_page: page > 1 ? page - 1 : null,
    ...countPages(call, sorted.length, perPage),
  };
  const hasPaging = !call.world.rules.listsWithoutPaging.includes(listing.name);
  return json(200, { metadata: { filtering, ...(hasPaging ? { paging } : {}), sorting }, data: shown });
}

function applyFilters<Row>(call: ApiCall, rows: Iterable<Row>, listing: Listing<Row>) {
  let kept = [...rows];
  const filtering: Record<string, unknown> = {};
  for (const [written, values] of call.query) {
    const [, name = written, bound] = /^(.+?)(?:\[(\w+)\])?$/.exec(written) ?? [];
    if (name in PAGING || name === 'sort_by' || name === 'sort_direction') continue;
    const filter = listing.filters[name];
    if (!filter) {
      call.complain(`${name} does not filter ${listing.name} here`);
      continue;
    }
    const wanted = bound ? values.map((value) => `${bound} ${value}`) : values;
    kept = kept.filter(filter(wanted));
    filtering[name] = bound ? { ...(filtering[name] as object | undefined), [bound]: values[0] } : values;
  }
  return { kept, filtering };
}

/** Nulls first upwards, last downwards. Rows of equal rank keep the order they were made in. */
function sort<Row>(rows: Row[], keyOf: ((row: Row) => SortKey) | undefined, direction: string): Row[] {
  if (!keyOf) return rows;
  const sign = direction === 'DESC' ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((one, other) => sign * compare(one.key, other.key))
    .map(({ row }) => row);
}

function compare(one: SortKey, other: SortKey): number {
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  return one < other ? -1 : 1;
}

/** 25 a page, 100 at most; nonsense is corrected without a word. */
export function readPaging(call: { readonly query: ReadonlyMap<string, readonly string[]> }): {
  page: number;
  perPage: number;
} {
  const page = Number(call.query.get('page')?.[0] ?? 1);
  const perPage = Number(call.query.get('per_page')?.[0] ?? 25);
  return {
    page: Number.isInteger(page) && page > 0 ? page : 1,
    perPage: Number.isInteger(perPage) && perPage > 0 ? Math.min(perPage, 100) : 25,
  };
}

function countPages(call: ApiCall, total: number, perPage: number) {
  if (call.query.get('include_paging_counts')?.[0] !== 'true') return {};
  const isCapped = call.query.get('limit_paging_counts')?.[0] === 'true';
  const count = isCapped ? Math.min(total, 10_000) : total;
  return { total_pages: Math.ceil(count / perPage), total_count: count };
}
