import type { Salesloft } from '../salesloft/server.ts';
import type { Scenario } from '../salesloft/scenarios/scenario.ts';

/** The same misbehaviour for one call's log alone, told by its notes. */
export function forCall<S extends Scenario>(scenario: S, text: string): S {
  return { ...scenario, isFor: (request) => scenario.isFor(request) && request.body.includes(text) };
}

/** How often a call's log was sent. */
export function postsOf({ requests }: Salesloft, text: string): number {
  return requests.filter(
    ({ method, path, body }) => method === 'POST' && path === '/v2/activities/calls' && body.includes(text),
  ).length;
}
