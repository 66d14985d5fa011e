import { expect, it } from 'vitest';
import type { DueWork } from '@/lib/domain/queue/due-work';
import { createRemoveFromQueue } from '@/lib/services/queue/remove-from-queue';
import { EMPTY_QUEUE, type QueueView } from '@/lib/domain/queue/queue-view';
import { anActionSource } from '@/tests/support/builders/builders';

it('takes the row off the list, and publishes nothing when it is not on it', async () => {
  const rows = ['action:271088', 'action:2'].map((workId) => ({ workId }) as DueWork);
  const published: QueueView[] = [];
  const drop = createRemoveFromQueue({
    readView: () => Promise.resolve({ ...EMPTY_QUEUE, rows }),
    publish: (view) => Promise.resolve(void published.push(view)),
  });
  await drop(anActionSource());
  await drop(anActionSource('999'));
  await drop({ kind: 'none' });
  expect(published.map((view) => view.rows.map((row) => row.workId))).toEqual([['action:2']]);
});
