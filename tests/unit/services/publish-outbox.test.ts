import { expect, it } from 'vitest';
import { asId, type EntryId } from '@/lib/domain/ids';
import { createPublishOutbox, type OutboxView } from '@/lib/services/publish-outbox';
import { anEntry, aReceipt } from '@/tests/fakes/builders';
import { createMemoryOutbox } from '@/tests/fakes/memory-outbox';

it('shows what is unsent, and what arrived within the hour, newest first; the badge counts what needs the rep', async () => {
  const now = 10_000_000;
  const entry = (id: string, createdAt: number, change: Partial<ReturnType<typeof anEntry>>) =>
    anEntry({ entryId: asId<EntryId>(id), createdAt, ...change });
  const views: OutboxView[] = [];
  const badges: number[] = [];
  await createPublishOutbox({
    outbox: createMemoryOutbox(
      entry('waiting', now - 10, {}),
      entry('dead', now - 9_000_000, { state: 'dead' }),
      entry('arrived', now - 20, { state: 'delivered', receipt: aReceipt() }),
      entry('long ago', now - 3_700_000, { state: 'delivered', receipt: aReceipt() }),
      entry('discarded', now - 5, { state: 'discarded' }),
    ),
    readContext: () => Promise.resolve({ now, isSignedIn: true, retries: 5 }),
    publish: (view) => Promise.resolve(void views.push(view)),
    showBadge: (count) => Promise.resolve(void badges.push(count)),
  })();
  expect(views[0]?.entries.map((row) => row.entryId)).toEqual(['waiting', 'arrived', 'dead']);
  expect(views[0]).toMatchObject({ unsent: 2, needsAttention: 1 });
  expect(badges).toEqual([1]);
});
