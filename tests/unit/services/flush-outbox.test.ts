import { expect, it } from 'vitest';
import type { OutboxEntry } from '@/lib/domain/outbox';
import { createFlushOutbox } from '@/lib/services/flush-outbox';
import { anEntry } from '@/tests/fakes/builders';

it('delivers one after the other under the lock, then plans the next wake', async () => {
  const waiting: OutboxEntry[] = [anEntry(), anEntry()];
  const order: string[] = [];
  const flush = createFlushOutbox({
    underLock: async (work) => {
      order.push('lock');
      await work();
      order.push('unlock');
    },
    claimNext: () => Promise.resolve(waiting.shift()),
    deliverEntry: () => Promise.resolve(void order.push('deliver')),
    planNextWake: () => Promise.resolve(void order.push('plan')),
  });
  await flush();
  expect(order).toEqual(['lock', 'deliver', 'deliver', 'unlock', 'plan']);
});
