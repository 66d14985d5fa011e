import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import { createFlushOutbox } from '@/lib/services/outbox/flush-outbox';
import { anEntry } from '@/tests/support/builders/builders';

function setUp(waiting: OutboxEntry[], deliver: () => Promise<void>) {
  const order: string[] = [];
  const flush = createFlushOutbox({
    underLock: async (work) => {
      order.push('lock');
      await work();
      order.push('unlock');
    },
    claimNext: () => Promise.resolve(waiting.shift()),
    deliverEntry: async () => {
      order.push('begin');
      await deliver();
      order.push('end');
    },
    linkRecordings: () => Promise.resolve(void order.push('link')),
    standBy: () => Promise.resolve(void order.push('stand by')),
    planNextWake: () => Promise.resolve(void order.push('plan')),
  });
  return { flush, order };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a flush', () => {
  it('has an alarm stand by, lets one go ahead, then two at a time, all under the lock; then plans the next wake', async () => {
    const { flush, order } = setUp([anEntry(), anEntry(), anEntry()], turn);
    await flush();
    expect(order).toEqual([
      'stand by',
      'lock',
      'begin',
      'end',
      'begin',
      'begin',
      'end',
      'end',
      'link',
      'unlock',
      'plan',
    ]);
  });

  it('sends no other after the first when nothing may go any more', async () => {
    const waiting = [anEntry(), anEntry()];
    const { flush, order } = setUp(waiting, () => Promise.resolve(void waiting.splice(0)));
    await flush();
    expect(order).toEqual(['stand by', 'lock', 'begin', 'end', 'link', 'unlock', 'plan']);
  });

  it('holds the lock until the other lane has ended, when the disk refuses one of them', async () => {
    let begun = 0;
    const { flush, order } = setUp([anEntry(), anEntry(), anEntry()], async () => {
      begun += 1;
      if (begun === 2) throw new Error('the disk refuses');
      await turn();
    });
    await expect(flush()).rejects.toThrow('the disk refuses');
    expect(order.slice(-2)).toEqual(['begin', 'end']);
    expect(order.filter((step) => step === 'begin')).toHaveLength(3);
  });
});
