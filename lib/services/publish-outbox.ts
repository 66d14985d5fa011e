import { toOutboxRow, type OutboxRow, type RowContext } from '@/lib/domain/outbox-row';
import type { Outbox } from './outbox-port';
import { runAgain } from './run-again';

export type OutboxView = {
  readonly unsent: number;
  readonly needsAttention: number;
  readonly entries: readonly OutboxRow[];
};

export type PublishOutboxDeps = {
  readonly outbox: Outbox;
  readonly readContext: () => Promise<RowContext>;
  readonly publish: (view: OutboxView) => Promise<void>;
  readonly showBadge: (count: number) => Promise<void>;
};

/** How much of a long outbox a page gets: enough to scroll through, small enough to publish in a moment. */
const UNSENT_SHOWN = 200;
const RECENT_LOOKED_AT = 50;
const DELIVERED_SHOWN_MS = 60 * 60_000;

/** Publishes what the outbox holds; calls made while one is under way end in one more. */
export function createPublishOutbox(deps: PublishOutboxDeps): () => Promise<void> {
  return runAgain(async () => {
    const [context, counts, unsent, recent] = await Promise.all([
      deps.readContext(),
      deps.outbox.counts(),
      deps.outbox.listUnsent(UNSENT_SHOWN),
      deps.outbox.listRecent(RECENT_LOOKED_AT),
    ]);
    const delivered = recent.filter(
      (entry) => entry.state === 'delivered' && context.now - entry.createdAt < DELIVERED_SHOWN_MS,
    );
    const entries = [...unsent, ...delivered].sort((one, other) => other.createdAt - one.createdAt);
    await deps.publish({ ...counts, entries: entries.map((entry) => toOutboxRow(entry, context)) });
    await deps.showBadge(counts.needsAttention);
  });
}
