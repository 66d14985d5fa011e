import { CUT } from '../answer.ts';
import { scenario, wait, type Aim, type Scenario } from './scenario.ts';

/** Every answer takes `ms` longer. */
export function isSlow(aim: Aim & { readonly ms: number }): Scenario {
  return scenario(
    'slow',
    aim,
    async (_request, next, { bite }) => {
      bite();
      await wait(aim.ms);
      return next();
    },
    '* *',
  );
}

/** The request is taken, nothing is done, and no answer ever comes. */
export function isSilent(aim: Aim = {}): Scenario {
  return scenario('silent', aim, async (request, _next, { bite }) => {
    bite();
    await request.gone;
    return CUT;
  });
}
