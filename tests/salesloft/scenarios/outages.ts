import { CUT, html } from '../answer.ts';
import { serverErrorPage } from './lost-answers.ts';
import { scenario, type Aim, type Scenario } from './scenario.ts';

/** A 5xx with a page; nothing was done. */
export function fails(aim: Aim & { readonly status?: number } = {}): Scenario {
  return scenario('server error', aim, (_request, _next, { bite }) => {
    bite();
    return serverErrorPage(aim.status ?? 503);
  });
}

/** A hotel's sign-in page instead of Salesloft: 200, and HTML. */
export function isCaptivePortal(aim: Aim = {}): Scenario {
  return scenario(
    'captive portal',
    aim,
    (_request, _next, { bite }) => {
      bite();
      return html(
        200,
        '<!DOCTYPE html><html><body><h1>Welcome to our Wi-Fi</h1><form><button>Accept</button></form></body></html>',
      );
    },
    '* *',
  );
}

/** Nobody there: connections are closed as they open, and open ones at their next request. */
export function isOffline(aim: Omit<Aim, 'on'> = {}): Scenario {
  const offline = scenario(
    'offline',
    aim,
    (_request, _next, { bite }) => {
      bite();
      return CUT;
    },
    '* *',
  );
  return { ...offline, refusesConnections: true };
}
