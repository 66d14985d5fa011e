import type { Rules } from './world.ts';

/** Points of one team, in fixed windows by the clock; every integration of the team spends from it. */
export type Budget = {
  readonly spend: (cost: number) => { readonly isSpent: boolean; readonly remaining: number };
};

export function makeBudget(rules: () => Rules, clock: () => number): Budget {
  let window = -1;
  let spent = 0;
  return {
    spend: (cost) => {
      const { pointsPerWindow, windowMs } = rules();
      const current = Math.floor(clock() / windowMs);
      if (current !== window) [window, spent] = [current, 0];
      if (spent + cost > pointsPerWindow) return { isSpent: false, remaining: pointsPerWindow - spent };
      spent += cost;
      return { isSpent: true, remaining: pointsPerWindow - spent };
    },
  };
}

/** Deep pages cost more. */
export function costOfPage(page: number): number {
  if (page > 500) return 30;
  if (page > 250) return 10;
  if (page > 150) return 8;
  return page > 100 ? 3 : 1;
}
