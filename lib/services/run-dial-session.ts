import type { CallRecord } from '@/lib/domain/call-record';
import type { CallSource } from '@/lib/domain/call';
import {
  endDialSession,
  pauseDialSession,
  reopenWork,
  resumeDialSession,
  settleWork,
  standingOf,
  startDialSession,
  workIdOf,
  type DialSession,
  type SkipReason,
  type WorkOutcome,
} from '@/lib/domain/dial-session';
import type { DueWork } from '@/lib/domain/due-work';
import { isSame } from '@/lib/domain/is-same';

export type RunDialSessionDeps = {
  readonly read: () => Promise<DialSession | undefined>;
  /** On disk when it resolves; undefined for none. */
  readonly write: (run: DialSession | undefined) => Promise<void>;
  readonly publish: (run: DialSession | undefined) => Promise<void>;
  readonly readRows: () => Promise<readonly DueWork[]>;
  /** One change at a time. */
  readonly underLock: (work: () => Promise<void>) => Promise<void>;
  readonly now: () => number;
};

/** The rep's run through the queue. It outlives the worker and the panel; after a restart of the browser it is paused. */
export function createRunDialSession(deps: RunDialSessionDeps) {
  const change = (next: (run: DialSession) => DialSession): Promise<void> =>
    deps.underLock(async () => {
      const before = await deps.read();
      if (!before) return;
      const changed = next(before);
      if (changed === before) return;
      // With nobody left to call it is over by itself.
      const isDone = changed.state === 'running' && standingOf(changed, await deps.readRows()).current === undefined;
      const after = isDone ? endDialSession(changed, deps.now()) : changed;
      await deps.write(after);
      await deps.publish(after);
    });
  const settle = (workId: string, outcome: WorkOutcome): Promise<void> =>
    change((run) => settleWork(run, workId, outcome));

  return {
    start: (plan: readonly string[]): Promise<void> =>
      deps.underLock(async () => {
        const run = startDialSession(plan, deps.now());
        await deps.write(run);
        await deps.publish(run);
      }),
    pause: () => change(pauseDialSession),
    resume: () => change(resumeDialSession),
    end: () => change((run) => endDialSession(run, deps.now())),
    /** The rep has seen the summary. */
    close: (): Promise<void> =>
      deps.underLock(async () => {
        await deps.write(undefined);
        await deps.publish(undefined);
      }),
    skip: (workId: string, reason: SkipReason) => settle(workId, { kind: 'skipped', reason }),
    callLater: (workId: string, dueDate: string) => settle(workId, { kind: 'later', dueDate }),
    /** A call's log is on disk. */
    called: async ({ call }: CallRecord, disposition: string): Promise<void> => {
      const workId = workIdOf(call.source);
      const wasConnected = call.connectedAt !== undefined;
      if (workId) await settle(workId, { kind: 'called', talkSeconds: call.durationSeconds, wasConnected, disposition });
    },
    /** Its log was taken back. */
    reopened: async (source: CallSource): Promise<void> => {
      const workId = workIdOf(source);
      if (workId) await change((run) => reopenWork(run, workId));
    },
    /** At a worker's start. `shown` is what earlier ones have published: nothing when the browser has started anew. */
    restore: (shown: { readonly run: DialSession | null } | undefined): Promise<void> =>
      deps.underLock(async () => {
        const known = await deps.read();
        // The rep was away from a browser that was closed.
        const run = known && !shown ? pauseDialSession(known) : known;
        if (run !== known) await deps.write(run);
        // A worker may have died between the disk and the screen.
        if (!shown || !isSame(shown.run, run ?? null)) await deps.publish(run);
      }),
  };
}
