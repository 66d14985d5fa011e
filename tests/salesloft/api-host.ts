import { statusOf, withHeaders, type Answer } from './answer.ts';
import { costOfPage, type Budget } from './budget.ts';
import type { ApiCall } from './call.ts';
import { checkRequest, isRefused } from './check-contract.ts';
import { findOperation, type Operation } from './contract.ts';
import { readPaging } from './lists.ts';
import { grantOf, type Grants } from './oauth/grants.ts';
import { forbidden, invalid, notFoundPage, rateLimited, unauthorized } from './refusals.ts';
import { readJson, type SalesloftRequest } from './request.ts';
import { routes } from './resources/routes.ts';
import type { World } from './world.ts';

export type ApiParts = {
  readonly world: World;
  readonly grants: Grants;
  readonly budget: Budget;
  readonly now: number;
  readonly complain: (words: string) => void;
};

/** api.salesloft.com: who asks, may the team still ask, may this token, is it asked rightly, then the resource. */
export function answerApi(request: SalesloftRequest, parts: ApiParts): { answer: Answer; points: number } {
  const { world, grants, budget, now } = parts;
  const found = findOperation(request.method, request.path);
  const name = found?.operation.name ?? `${request.method} ${request.path}`;
  const complain = (words: string): void => parts.complain(`${name}: ${words}`);
  if (!found) complain('is no operation of the contract');
  for (const { words } of found ? checkRequest(found.operation, request) : []) complain(words);

  const token = /^Bearer (\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  if (token === undefined) complain('there is no bearer token');
  const grant = grantOf(grants, token ?? '', now);
  const me = grant ? world.users.get(String(grant.userId)) : undefined;
  if (!grant || !me) return { answer: unauthorized(token !== undefined), points: 0 };

  const query = gatherQuery(request, found?.operation);
  const cost = costOfPage(readPaging({ query }).page);
  const { isSpent, remaining } = budget.spend(cost);
  const priced = (answer: Answer): Answer =>
    withHeaders(answer, {
      'x-ratelimit-endpoint-cost': String(cost),
      'x-ratelimit-remaining-minute': String(remaining),
    });
  if (!isSpent) return { answer: priced(rateLimited()), points: 0 };
  if (!found) return { answer: priced(notFoundPage()), points: cost };
  const { operation, id } = found;
  if (operation.scope && !grant.scopes.includes(operation.scope)) {
    return { answer: priced(forbidden(operation.scope)), points: cost };
  }
  const body = readJson(request.body) ?? {};
  const call: ApiCall = { world, me, id, query, body, now, complain };
  return { answer: priced(refuseQuery(operation, request) ?? route(operation, call)), points: cost };
}

function refuseQuery(operation: Operation, request: SalesloftRequest): Answer | undefined {
  if (request.method !== 'GET') return undefined;
  const refused = checkRequest(operation, request).filter(isRefused);
  if (refused.length === 0) return undefined;
  return invalid(Object.fromEntries(refused.map(({ parameter }) => [parameter, ['is invalid']])));
}

function route(operation: Operation, call: ApiCall): Answer {
  const answer = routes[operation.name]?.(call);
  if (answer && statusOf(answer) !== 0) return answer;
  call.complain('has no answer in this simulator');
  return notFoundPage();
}

/** What the operation does not know is ignored, as Salesloft does. */
function gatherQuery(request: SalesloftRequest, operation: Operation | undefined): Map<string, string[]> {
  const query = new Map<string, string[]>();
  for (const [written, value] of request.query) {
    const name = written.replace(/\[\]$/, '');
    if (!operation?.query.has(name.replace(/\[.*$/, ''))) continue;
    query.set(name, [...(query.get(name) ?? []), value]);
  }
  return query;
}
