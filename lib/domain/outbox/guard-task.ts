import type { ApiFailure } from '@/lib/domain/core/api-result';
import { backoffMs } from './backoff';
import { classifyFailure } from './delivery';
import type { CallId, PersonId, TaskId } from '@/lib/domain/core/ids';
import { dateAndTime, localTime } from '@/lib/domain/core/local-time';
import { isGuarded, mustVerify, withTask, type OutboxEntry } from './outbox';
import type { SettleContext } from './settle';

/** A call task that Loftline makes only so that Salesloft takes a log once: a task never completes twice. */
export type GuardTask = {
  /** The same key makes no second task. */
  readonly key: CallId;
  readonly personId: PersonId;
  readonly subject: string;
  /** `YYYY-MM-DD`, the day of the call where the rep was. */
  readonly dueDate: string;
};

/** Only before a log may have been sent without one: added later, a task proves nothing. */
export function mayGetTask(entry: OutboxEntry): boolean {
  return !isGuarded(entry) && !mustVerify(entry);
}

/** Written before the request leaves: from now on this log wants its task, whatever the setting becomes. */
export function askForTask(entry: OutboxEntry): OutboxEntry {
  return { ...entry, isTaskAsked: true };
}

/** Guarded from now on, as any log of a task is. */
export function takeTask(entry: OutboxEntry, taskId: TaskId): OutboxEntry {
  const { reason: _reason, ...rest } = withTask(entry, taskId);
  return rest;
}

/** The time to the minute tells one person's calls apart, should Salesloft ever give back another task. */
export function guardTaskOf({ callId, personId, calledAt, timeZone }: OutboxEntry): GuardTask {
  const dueDate = (localTime(calledAt, timeZone) ?? localTime(calledAt, 'UTC'))?.date ?? '';
  return { key: callId, personId, subject: `Call of ${dateAndTime(calledAt, timeZone)}`, dueDate };
}

/** No task could be had, so the log has not left. An outage spends a try, as it would have spent the log's. */
export function settleWithoutTask(entry: OutboxEntry, failure: ApiFailure, context: SettleContext): OutboxEntry {
  const { now, random, retries } = context;
  const verdict = classifyFailure(failure);
  const { reason } = verdict;
  const pending = { ...entry, state: 'pending' as const, setAt: now, reason };
  switch (verdict.kind) {
    case 'rateLimited':
      return { ...pending, nextTryAt: now };
    case 'notSent':
      return { ...pending, nextTryAt: now + backoffMs(1, random) };
    case 'unknown': {
      const attempts = entry.attempts + 1;
      if (attempts > retries)
        return { ...entry, state: 'dead', attempts, reason, isRevivable: entry.wasRevived !== true };
      return { ...pending, attempts, nextTryAt: now + backoffMs(attempts, random) };
    }
    case 'refused':
    case 'guardUsed':
      return { ...entry, state: 'dead', reason, isRevivable: false };
  }
}
