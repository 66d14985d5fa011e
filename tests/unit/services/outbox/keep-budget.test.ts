import { expect, it } from 'vitest';
import { createBudget } from '@/lib/services/outbox/keep-budget';

it('lets reads wait while the budget is nearly spent, by the latest reply that told of it', () => {
  let now = 600_000;
  const budget = createBudget(() => now);
  expect(budget.mayRead()).toBe(true);
  budget.follow(20);
  budget.follow(-1);
  expect(budget.current()).toMatchObject({ remaining: 20, at: now });
  expect(budget.mayRead()).toBe(false);
  now += 60_000;
  expect(budget.mayRead()).toBe(true);
});
