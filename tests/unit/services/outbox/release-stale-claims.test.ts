import { expect, it } from 'vitest';
import { createReleaseStaleClaims } from '@/lib/services/outbox/release-stale-claims';
import { anEntry } from '@/tests/support/builders/builders';
import { createMemoryOutbox } from '@/tests/support/fakes/memory-outbox';

it('gives back what was left in sending, once nobody else sends', async () => {
  const outbox = createMemoryOutbox(anEntry({ state: 'sending', claimToken: 1, attemptStartedAt: 0 }));
  let isHeld = false;
  await createReleaseStaleClaims({
    outbox: { ...outbox, listSending: () => (isHeld ? outbox.listSending() : Promise.reject(new Error('not locked'))) },
    underLock: async (work) => {
      isHeld = true;
      await work();
      isHeld = false;
    },
    now: () => 2_000_000,
  })();
  expect(outbox.all()).toMatchObject([{ state: 'pending', nextTryAt: 2_000_000 }]);
});
