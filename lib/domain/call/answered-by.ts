import type { AnsweredBy, Call } from './call';

/** The call with the rep's word for who answered; the same call when nobody has, or when that is known already. */
export function sayWhoAnswered(call: Call, answeredBy: AnsweredBy): Call {
  if (call.state !== 'connected' || (call.answeredBy ?? 'person') === answeredBy) return call;
  return { ...call, answeredBy };
}

/** Whether the call counts as a connect: it was answered, and not by a machine. */
export function reachedPerson({ connectedAt, answeredBy = 'person' }: Call): boolean {
  return connectedAt !== undefined && answeredBy === 'person';
}
