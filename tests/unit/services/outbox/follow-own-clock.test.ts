import { expect, it } from 'vitest';
import { createFollowOwnClock } from '@/lib/services/outbox/follow-own-clock';
import { anEntry } from '@/tests/support/builders/builders';
import { createMemoryOutbox } from '@/tests/support/fakes/memory-outbox';

const PLANNED = 9_000_000;
const NOW = 2_000_000;

it.each([
  ['set back', NOW + 1, NOW],
  ['gone on', NOW - 1, PLANNED],
  ['never looked at', undefined, PLANNED],
])('with the clock %s', async (_what, seenAt, nextTryAt) => {
  const outbox = createMemoryOutbox(anEntry({ nextTryAt: PLANNED }));
  let written = 0;
  await createFollowOwnClock({
    outbox,
    readSeenAt: () => Promise.resolve(seenAt),
    writeSeenAt: (at) => Promise.resolve(void (written = at)),
    now: () => NOW,
  })();
  expect(outbox.all()[0]?.nextTryAt).toBe(nextTryAt);
  expect(written).toBe(NOW);
});
