import type { CallSource } from '@/lib/domain/call/call';
import { firstDialable } from '@/lib/domain/call/person';
import type { DueWork } from '@/lib/domain/queue/due-work';

/** One run through the queue. `over` keeps it for its summary, until the rep closes that. */
export type DialSession = {
  readonly state: 'running' | 'paused' | 'over';
  /** ms since the epoch. */
  readonly startedAt: number;
  readonly endedAt?: number;
  /** Work ids in the order of calling. */
  readonly plan: readonly string[];
  /** What became of each, by work id. */
  readonly outcomes: Readonly<Record<string, WorkOutcome>>;
};

export type WorkOutcome =
  | {
      readonly kind: 'called';
      readonly talkSeconds: number;
      readonly wasConnected: boolean;
      readonly disposition: string;
    }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  /** To be called again on a day, `YYYY-MM-DD`. */
  | { readonly kind: 'later'; readonly dueDate: string };

/** `not-allowed`: a guard let nobody call. */
export const SKIP_REASONS = ['not-now', 'look-up-first', 'wrong-person', 'bad-number', 'not-allowed'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** Where a dial session stands among the rows that are still due. */
export type Standing = {
  readonly current: DueWork | undefined;
  readonly next: DueWork | undefined;
  /** Dealt with, of all that were planned and are not gone meanwhile. */
  readonly done: number;
  readonly total: number;
};

export type Summary = {
  readonly calls: number;
  readonly connected: number;
  readonly talkSeconds: number;
  readonly skipped: number;
  readonly later: number;
  readonly left: number;
  /** By disposition, most first. */
  readonly dispositions: readonly { readonly name: string; readonly count: number }[];
};

/** Overdue first, then those who may be called now, else as they stand; nobody without a number that can be dialed. */
export function planDialSession(rows: readonly DueWork[], mayCallNow: (work: DueWork) => boolean): readonly string[] {
  const rank = (work: DueWork): number => (work.isOverdue ? 0 : 2) + (mayCallNow(work) ? 0 : 1);
  return rows
    .filter(({ person }) => firstDialable(person))
    .map((work, place) => ({ work, place }))
    .sort((one, other) => rank(one.work) - rank(other.work) || one.place - other.place)
    .map(({ work }) => work.workId);
}

export function startDialSession(plan: readonly string[], now: number): DialSession {
  return { state: 'running', startedAt: now, plan, outcomes: {} };
}

/** Work that left the list is passed over: somebody has done it. */
export function standingOf({ plan, outcomes }: DialSession, rows: readonly DueWork[]): Standing {
  const byId = new Map(rows.map((row) => [row.workId, row]));
  const left = plan
    .flatMap((workId) => (outcomes[workId] ? [] : (byId.get(workId) ?? [])))
    .filter(({ person }) => firstDialable(person));
  const done = Object.keys(outcomes).length;
  return { current: left[0], next: left[1], done, total: done + left.length };
}

/** The session with what became of one piece of work; the same session when it is none of its own or over. */
export function settleWork(run: DialSession, workId: string, outcome: WorkOutcome): DialSession {
  if (run.state === 'over' || !run.plan.includes(workId)) return run;
  return { ...run, outcomes: { ...run.outcomes, [workId]: outcome } };
}

/** A log was taken back: its work is to be done again. */
export function reopenWork(run: DialSession, workId: string): DialSession {
  if (!run.outcomes[workId]) return run;
  const { [workId]: _gone, ...outcomes } = run.outcomes;
  return { ...run, outcomes };
}

export function pauseDialSession(run: DialSession): DialSession {
  return run.state === 'running' ? { ...run, state: 'paused' } : run;
}

export function resumeDialSession(run: DialSession): DialSession {
  return run.state === 'paused' ? { ...run, state: 'running' } : run;
}

export function endDialSession(run: DialSession, now: number): DialSession {
  return run.state === 'over' ? run : { ...run, state: 'over', endedAt: now };
}

export function summarize(run: DialSession): Summary {
  const outcomes = Object.values(run.outcomes);
  const called = outcomes.filter((outcome) => outcome.kind === 'called');
  const counts = new Map<string, number>();
  for (const { disposition } of called) counts.set(disposition, (counts.get(disposition) ?? 0) + 1);
  return {
    calls: called.length,
    connected: called.filter(({ wasConnected }) => wasConnected).length,
    talkSeconds: called.reduce((sum, { talkSeconds }) => sum + talkSeconds, 0),
    skipped: outcomes.filter(({ kind }) => kind === 'skipped').length,
    later: outcomes.filter(({ kind }) => kind === 'later').length,
    left: run.plan.length - outcomes.length,
    dispositions: [...counts].map(([name, count]) => ({ name, count })).sort((one, other) => other.count - one.count),
  };
}

/** Undefined for a call that is for no piece of work. */
export function workIdOf(source: CallSource): string | undefined {
  if (source.kind === 'action') return `action:${source.actionId}`;
  return source.kind === 'task' ? `task:${source.taskId}` : undefined;
}
