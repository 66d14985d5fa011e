import { html, type Answer } from '../answer.ts';
import { readFields, type SalesloftRequest } from '../request.ts';
import { notFoundPage } from '../refusals.ts';
import type { World } from '../world.ts';
import { authorize } from './authorize.ts';
import type { Grants } from './grants.ts';
import { exchange, exchangeToken, revokeToken } from './token.ts';

/** accounts.salesloft.com. Every unknown `/.well-known/*` answers 200 with a page: discovery proves nothing here. */
export function answerAccounts(request: SalesloftRequest, world: World, grants: Grants, now: number): Answer {
  const { method, path } = request;
  if (path === '/oauth/authorize' && (method === 'GET' || method === 'POST'))
    return authorize(request, world, grants, now);
  if (path === '/oauth/token' && method === 'POST') return exchangeToken(request, world, grants, now);
  if (path === '/oauth/revoke' && method === 'POST') return revokeToken(request, grants);
  if (path.startsWith('/.well-known/'))
    return html(200, '<!DOCTYPE html><html><body><div id="root"></div></body></html>');
  return notFoundPage();
}

/** A customer's own gateway, `https://gateway.test/token`: passes a token request on and adds the secret. */
export function answerGateway(request: SalesloftRequest, world: World, grants: Grants, now: number): Answer {
  const fields = { ...readFields(request), client_secret: world.app.clientSecret };
  return exchange(fields, world, grants, now);
}
