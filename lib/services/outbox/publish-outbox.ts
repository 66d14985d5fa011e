import { badgeOf, type Badge } from '@/lib/domain/outbox/outbox-badge';
import { sinceTime, type OutboxGroup } from '@/lib/domain/outbox/outbox-place';
import { toOutboxRow, type RowContext } from '@/lib/domain/outbox/outbox-row';
import type { OutboxView } from '@/lib/domain/outbox/outbox-view';
import type { Outbox, OutboxPages } from './outbox-port';
import { runAgain } from './run-again';

export type OutboxContext = RowContext & {
  /** Local midnight before `now`. */
  readonly today: number;
  /** Until when Salesloft's rate limit keeps everything waiting; 0 when it does not. */
  readonly waitUntil: number;
};

export type PublishOutboxDeps = {
  readonly outbox: Pick<Outbox, 'counts'>;
  readonly pages: OutboxPages;
  readonly readContext: () => Promise<OutboxContext>;
  readonly publish: (view: OutboxView) => Promise<void>;
  readonly showBadge: (badge: Badge) => Promise<void>;
};

/** The head of each group: a page's worth of rows at once. What is below comes by `outbox.list` as the rep scrolls. */
export const HEAD_LENGTH = { needsAttention: 40, waiting: 40, delivered: 20 } as const;

/** Beyond it "more than" is as good as a number, and counting costs. */
export const DELIVERED_COUNTED = 999;

/** Publishes what the outbox holds; calls made while one is under way end in one more. */
export function createPublishOutbox({
  outbox,
  pages,
  readContext,
  publish,
  showBadge,
}: PublishOutboxDeps): () => Promise<void> {
  return runAgain(async () => {
    const context = await readContext();
    const head = (group: OutboxGroup) =>
      pages.list(group, group === 'delivered' ? sinceTime(context.today) : {}, HEAD_LENGTH[group]);
    const [counts, deliveredToday, ...heads] = await Promise.all([
      outbox.counts(),
      pages.countDelivered(context.today, DELIVERED_COUNTED + 1),
      head('needsAttention'),
      head('waiting'),
      head('delivered'),
    ]);
    const entries = heads.flat().sort((one, other) => other.createdAt - one.createdAt);
    const rows = entries.map((entry) => toOutboxRow(entry, context));
    await publish({ ...counts, deliveredToday, waitUntil: context.waitUntil, entries: rows });
    await showBadge(badgeOf({ ...counts, isSignedIn: context.signedInAs !== undefined }));
  });
}
