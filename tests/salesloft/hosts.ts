import { json, type Answer } from './answer.ts';
import { answerApi, type ApiParts } from './api-host.ts';
import { answerAccounts, answerGateway } from './oauth/accounts-host.ts';
import type { SalesloftRequest } from './request.ts';
import { answerWebApp } from './web-app/app-host.ts';

/** The host named decides who answers. Any other host is there to be seen: a leak would show in the requests. */
export function answerHost(request: SalesloftRequest, parts: ApiParts): { answer: Answer; points: number } {
  const { world, grants, now } = parts;
  if (request.host === 'api.salesloft.com') return answerApi(request, parts);
  if (request.host === 'accounts.salesloft.com') return free(answerAccounts(request, world, grants, now));
  if (request.host === 'app.salesloft.com') return free(answerWebApp(request, world, now));
  if (request.host === 'gateway.test' && request.path === '/token' && request.method === 'POST') {
    return free(answerGateway(request, world, grants, now));
  }
  return free(json(404, { error: 'Not Found' }));
}

function free(answer: Answer): { answer: Answer; points: number } {
  return { answer, points: 0 };
}
