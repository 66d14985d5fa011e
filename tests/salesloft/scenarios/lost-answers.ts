import { CUT, html, type Answer } from '../answer.ts';
import type { SalesloftRequest } from '../request.ts';
import { scenario, wait, type Aim, type Scenario } from './scenario.ts';

const POST_CALLS = 'POST /v2/activities/calls';

/**
 * How an answer is lost: the connection cut at once, nothing for `silenceMs` and then cut, a 500 page, half the JSON.
 * Chromium sends a request again by itself, up to twice and POST like any other, when a connection it had kept open
 * is cut before the first byte of the answer: one `fetch`, three bites. See `keepsConnections`.
 */
export type Loss = 'cut' | 'silence' | 'html 500' | 'truncated';

export type LossAim = Aim & { readonly by?: Loss; readonly silenceMs?: number };

/** Salesloft did as asked, and the client never hears of it. */
export function losesAnswerAfterCommit(aim: LossAim = {}): Scenario {
  return scenario(
    'answer lost after the commit',
    aim,
    async (request, next, { bite }) => {
      bite();
      const answer = await next();
      return lose(aim, request, answer);
    },
    POST_CALLS,
  );
}

/** Nothing was done, and the client cannot tell. `truncated` has nothing to cut short, and is a cut. */
export function losesRequestBeforeCommit(aim: LossAim = {}): Scenario {
  return scenario(
    'request lost before the commit',
    aim,
    (request, _next, { bite }) => {
      bite();
      return lose(aim, request, CUT);
    },
    POST_CALLS,
  );
}

/** The client gives up first; `afterMs` later Salesloft does as asked all the same. */
export function commitsLate(aim: Aim & { readonly afterMs: number }): Scenario {
  return scenario(
    'commit after the client gave up',
    aim,
    async (request, next, { bite }) => {
      bite();
      await request.gone;
      await wait(aim.afterMs);
      await next();
      return CUT;
    },
    POST_CALLS,
  );
}

async function lose(
  { by = 'cut', silenceMs = 60_000 }: LossAim,
  request: SalesloftRequest,
  answer: Answer,
): Promise<Answer> {
  if (by === 'silence') {
    await Promise.race([request.gone, wait(silenceMs)]);
    return CUT;
  }
  if (by === 'html 500') return serverErrorPage(500);
  if (by === 'truncated' && answer.kind === 'reply') return { ...answer, kind: 'torn' };
  return CUT;
}

export function serverErrorPage(status: number): Answer {
  return html(
    status,
    '<!DOCTYPE html><html><head><title>We are sorry</title></head><body><h1>Something went wrong</h1></body></html>',
  );
}
