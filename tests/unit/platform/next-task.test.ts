import { expect, it } from 'vitest';
import { nextTask } from '@/lib/platform/next-task';

it('comes after everything that follows at once, however long its chain of promises', async () => {
  const order: string[] = [];
  const turned = nextTask().then(() => order.push('next turn'));
  for (let step = 0; step < 50; step += 1) await Promise.resolve();
  order.push('answer');
  await turned;
  expect(order).toEqual(['answer', 'next turn']);
});
