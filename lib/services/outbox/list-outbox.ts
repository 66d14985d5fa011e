import { placeOf, sinceTime } from '@/lib/domain/outbox/outbox-place';
import { fits, toOutboxRow, type OutboxFilter, type OutboxRow } from '@/lib/domain/outbox/outbox-row';
import type { OutboxListInput, OutboxPage } from '@/lib/domain/outbox/outbox-view';
import type { OutboxPages } from './outbox-port';
import type { OutboxContext } from './publish-outbox';

export type ListOutboxDeps = { readonly pages: OutboxPages; readonly readContext: () => Promise<OutboxContext> };

/** Enough to fill a page of the list in one answer. */
const PAGE = 100;
/** What is looked through at once for few that fit. */
const STRETCH = 500;

/** A stretch of one group for the rep's eyes. With `until` it is read whole, to bring a page known already up to date. */
export function createListOutbox({ pages, readContext }: ListOutboxDeps) {
  return async ({ group, span, filter }: OutboxListInput): Promise<OutboxPage> => {
    const context = await readContext();
    const until = span.until ?? (group === 'delivered' ? sinceTime(context.today).until : undefined);
    const rows: OutboxRow[] = [];
    let { after } = span;
    while (span.until !== undefined || rows.length < PAGE) {
      const asked = isAny(filter) ? PAGE : STRETCH;
      const found = await pages.list(group, { ...(after ? { after } : {}), ...(until ? { until } : {}) }, asked);
      rows.push(...found.map((entry) => toOutboxRow(entry, context)).filter((row) => fits(row, filter)));
      const last = found.at(-1);
      if (!last || found.length < asked) return { rows, end: null };
      after = placeOf(last);
    }
    return { rows, end: after ?? null };
  };
}

function isAny({ words, state }: OutboxFilter): boolean {
  return words.trim() === '' && state === 'any';
}
