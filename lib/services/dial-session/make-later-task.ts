import type { RepSignIn } from '@/lib/domain/sign-in/rep-sign-in';
import type { ApiResult } from '@/lib/domain/core/api-result';
import { isLaterDay, laterRequest, type CallLater, type LaterRequest } from '@/lib/domain/dial-session/call-later';
import { workIdOf } from '@/lib/domain/dial-session/dial-session';
import { DialerError } from '@/lib/domain/core/errors';
import type { LaterTasksPort } from '@/lib/services/core/salesloft-port';

export type CallLaterDeps = {
  readonly tasks: LaterTasksPort;
  readonly readSignIn: () => Promise<RepSignIn>;
  /** The subject of the task, in words. */
  readonly subjectFor: (personName: string) => string;
  /** A piece of work that was put off. */
  readonly onPutOff: (workId: string, dueDate: string) => Promise<void>;
  readonly now: () => number;
};

/**
 * Has a person called another day: a task of Salesloft with a due date. Asked for twice it is made once, so what got no
 * answer is asked for again at once. Throws DialerError: `not-signed-in`, `date-not-later`, and what Salesloft answers.
 */
export function createCallLater(deps: CallLaterDeps) {
  const ask = (request: LaterRequest): Promise<ApiResult<null>> =>
    request.kind === 'move' ? deps.tasks.move(request.taskId, request.dueDate) : deps.tasks.make(request);

  return async (later: CallLater): Promise<void> => {
    const { rep } = await deps.readSignIn();
    if (!rep) throw new DialerError('not-signed-in');
    if (!isLaterDay(later.dueDate, deps.now(), rep.timeZone)) throw new DialerError('date-not-later');
    const request = laterRequest(later, deps.subjectFor(later.personName));
    const first = await ask(request);
    const done =
      first.ok || first.failure.kind === 'http' || first.failure.kind === 'notSent' ? first : await ask(request);
    if (!done.ok) throw new DialerError(done.failure.code, done.failure.words);
    const workId = workIdOf(later.source);
    if (workId && later.callId === undefined) await deps.onPutOff(workId, later.dueDate);
  };
}
