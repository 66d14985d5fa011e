import type { CallSource } from '@/lib/domain/call/call';
import { workIdOf } from './dial-session';
import { localTime } from '@/lib/domain/core/local-time';
import type { PersonId, TaskId } from '@/lib/domain/core/ids';

/** A person to be called again on a day of the rep's. */
export type CallLater = {
  readonly personId: PersonId;
  readonly personName: string;
  readonly source: CallSource;
  /** `YYYY-MM-DD`. */
  readonly dueDate: string;
  /** The call it is asked for after; absent when they were not called. */
  readonly callId?: string;
};

/** What is to be done in Salesloft. Each may be asked for twice and is done once. */
export type LaterRequest =
  /** Nobody called: the task that is due is put off. */
  | { readonly kind: 'move'; readonly taskId: TaskId; readonly dueDate: string }
  | {
      readonly kind: 'make';
      readonly key: string;
      readonly personId: PersonId;
      readonly subject: string;
      readonly dueDate: string;
    };

/** `subject` names the person in the rep's language. A call's own task is completed by its log, so a new one is made. */
export function laterRequest(later: CallLater, subject: string): LaterRequest {
  const { source, dueDate, personId, callId } = later;
  if (source.kind === 'task' && callId === undefined) return { kind: 'move', taskId: source.taskId, dueDate };
  const origin = callId ?? workIdOf(source) ?? personId;
  return { kind: 'make', key: `later-${origin}-${dueDate}`, personId, subject, dueDate };
}

/** A day after the rep's today, and no further than a year: `YYYY-MM-DD`. */
export function isLaterDay(dueDate: string, now: number, timeZone: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dueDate) || Number.isNaN(Date.parse(dueDate))) return false;
  return dueDate > dayIn(0, now, timeZone) && dueDate <= dayIn(366, now, timeZone);
}

/** The date so many days from now, where the rep is. */
export function dayIn(days: number, now: number, timeZone: string): string {
  const today = (localTime(now, timeZone) ?? localTime(now, 'UTC'))?.date ?? '';
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
