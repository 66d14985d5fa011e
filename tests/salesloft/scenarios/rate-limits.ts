import { withHeaders } from '../answer.ts';
import { rateLimited } from '../refusals.ts';
import { scenario, type Aim, type Scenario } from './scenario.ts';

/** 429 without a word on when to come back, unless `retryAfterSeconds` says so. `hasHeaders: false` leaves the points out too. */
export function isRateLimited(
  aim: Aim & { readonly retryAfterSeconds?: number; readonly hasHeaders?: boolean } = {},
): Scenario {
  return scenario('rate limited', aim, (_request, _next, { bite }) => {
    bite();
    const points = { 'x-ratelimit-endpoint-cost': '1', 'x-ratelimit-remaining-minute': '0' };
    const seconds = aim.retryAfterSeconds;
    return withHeaders(rateLimited(), {
      ...(aim.hasHeaders === false ? {} : points),
      ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
    });
  });
}
