import { html, json, type Reply } from './answer.ts';

export function notFound(): Reply {
  return json(404, { error: 'Not Found' });
}

/** What an unknown resource answers: a page. */
export function notFoundPage(): Reply {
  return html(404, '<!DOCTYPE html><html><head><title>Page not found</title></head><body><h1>404</h1></body></html>');
}

/** Refusals by field: `{ disposition: ["is not included in the list"] }`. */
export function invalid(errors: Readonly<Record<string, readonly string[]>>): Reply {
  return json(422, { errors });
}

export function unauthorized(hasToken: boolean): Reply {
  const missing = 'No Bearer Token attached to request, please see documentation at developers.salesloft.com';
  return json(401, { error: hasToken ? 'Invalid Bearer token' : missing });
}

export function forbidden(scope: string): Reply {
  return json(403, { error: `Token does not have the required scopes: ${scope}` });
}

export function rateLimited(): Reply {
  return json(429, { error: 'API rate limit exceeded' });
}
