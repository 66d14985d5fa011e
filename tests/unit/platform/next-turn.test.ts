import { expect, it } from 'vitest';
import { nextTurn } from '@/lib/platform/next-turn';

it('comes after everything that follows at once, however long its chain of promises', async () => {
  const order: string[] = [];
  const turned = nextTurn().then(() => order.push('next turn'));
  for (let step = 0; step < 50; step += 1) await Promise.resolve();
  order.push('answer');
  await turned;
  expect(order).toEqual(['answer', 'next turn']);
});
