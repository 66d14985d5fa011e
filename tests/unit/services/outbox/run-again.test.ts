import { expect, it } from 'vitest';
import { runAgain } from '@/lib/services/outbox/run-again';

it('runs once more for however many asked meanwhile, and never twice at a time', async () => {
  const gates: (() => void)[] = [];
  let atOnce = 0;
  let most = 0;
  let runs = 0;
  const ask = runAgain(async () => {
    runs += 1;
    atOnce += 1;
    most = Math.max(most, atOnce);
    await new Promise<void>((resolve) => gates.push(resolve));
    atOnce -= 1;
  });
  const all = [ask(), ask(), ask()];
  gates[0]?.();
  await Promise.resolve();
  while (gates.length < 2) await Promise.resolve();
  gates[1]?.();
  await Promise.all(all);
  expect([runs, most]).toEqual([2, 1]);
});

it('can be asked again after a failure', async () => {
  let runs = 0;
  const ask = runAgain(() => {
    runs += 1;
    return runs === 1 ? Promise.reject(new Error('first')) : Promise.resolve();
  });
  await expect(ask()).rejects.toThrow('first');
  await ask();
  expect(runs).toBe(2);
});
