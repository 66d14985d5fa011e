import { expect, it } from 'vitest';
import type { Badge } from '@/lib/domain/outbox/outbox-badge';
import { asId, type EntryId } from '@/lib/domain/core/ids';
import type { OutboxView } from '@/lib/domain/outbox/outbox-view';
import { createPublishOutbox, HEAD_LENGTH } from '@/lib/services/outbox/publish-outbox';
import { anEntry, aReceipt, theRepAsOwner } from '@/tests/support/builders/builders';
import { createMemoryOutbox, createMemoryPages } from '@/tests/support/fakes/memory-outbox';

const NOW = 100_000_000;
const TODAY = NOW - 3_600_000;

const entry = (id: string, createdAt: number, change: Partial<ReturnType<typeof anEntry>> = {}) =>
  anEntry({ entryId: asId<EntryId>(id), createdAt, ...change });

async function published(isSignedIn: boolean, ...entries: ReturnType<typeof anEntry>[]) {
  const outbox = createMemoryOutbox(...entries);
  const views: OutboxView[] = [];
  const badges: Badge[] = [];
  await createPublishOutbox({
    outbox,
    pages: createMemoryPages(outbox.all),
    readContext: () =>
      Promise.resolve({
        now: NOW,
        today: TODAY,
        signedInAs: isSignedIn ? theRepAsOwner() : undefined,
        retries: 5,
        waitUntil: 0,
      }),
    publish: (view) => Promise.resolve(void views.push(view)),
    showBadge: (badge) => Promise.resolve(void badges.push(badge)),
  })();
  return { view: views[0], badge: badges[0] };
}

it('shows what is unsent, and what arrived today, newest first; the badge counts what needs the rep', async () => {
  const { view, badge } = await published(
    true,
    entry('waiting', NOW - 10),
    entry('dead', NOW - 9_000_000, { state: 'dead' }),
    entry('arrived', NOW - 20, { state: 'delivered', receipt: aReceipt({ loggedAt: TODAY }) }),
    entry('yesterday', NOW - 30, { state: 'delivered', receipt: aReceipt({ loggedAt: TODAY - 1 }) }),
    entry('discarded', NOW - 5, { state: 'discarded' }),
  );
  expect(view?.entries.map((row) => row.entryId)).toEqual(['waiting', 'arrived', 'dead']);
  expect(view).toMatchObject({ unsent: 2, needsAttention: 1, deliveredToday: 1 });
  expect(badge).toEqual({ kind: 'needsAttention', count: 1 });
});

it('publishes no more of a long outbox than a page, and its newest', async () => {
  const many = Array.from({ length: 1_000 }, (_none, index) => entry(`entry-${index}`, index));
  const { view } = await published(false, ...many);
  expect(view?.entries).toHaveLength(HEAD_LENGTH.waiting);
  expect(view?.entries[0]?.entryId).toBe('entry-999');
  expect(view?.unsent).toBe(1_000);
});
