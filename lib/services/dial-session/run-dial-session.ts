import type { CallRecord } from '@/lib/domain/call/call-record';
import type { CallSource } from '@/lib/domain/call/call';
import { reachedPerson } from '@/lib/domain/call/answered-by';
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
} from '@/lib/domain/dial-session/dial-session';
import type { DueWork } from '@/lib/domain/queue/due-work';
import { isSame } from '@/lib/domain/core/is-same';

export type RunDialSessionDeps = {
  /** null for none; undefined when nothing is known: Chrome has emptied the storage, or the disk cannot be read. */
  readonly read: () => Promise<DialSession | null | undefined>;
  /** On disk when it resolves. */
  readonly write: (run: DialSession | null) => Promise<void>;
  readonly publish: (run: DialSession | null) => Promise<void>;
  readonly readRows: () => Promise<readonly DueWork[]>;
  /** One change at a time. */
  readonly underLock: (work: () => Promise<void>) => Promise<void>;
  readonly now: () => number;
};

/** The rep's run through the queue. It outlives the worker and the panel; after a restart of the browser it is paused. */
export function createRunDialSession(deps: RunDialSessionDeps) {
  /** The worker is the only writer, so it need not read again what it has read once. */
  let known: DialSession | null | undefined;
  const current = async (): Promise<DialSession | null | undefined> =>
    known === undefined ? (known = await deps.read()) : known;
  const keep = async (run: DialSession | null): Promise<void> => {
    await deps.write(run);
    known = run;
    await deps.publish(run);
  };
  const change = (next: (run: DialSession) => DialSession): Promise<void> =>
    deps.underLock(async () => {
      const before = await current();
      if (!before) return;
      const changed = next(before);
      if (changed === before) return;
      // With nobody left to call it is over by itself.
      const isDone = changed.state === 'running' && standingOf(changed, await deps.readRows()).current === undefined;
      const after = isDone ? endDialSession(changed, deps.now()) : changed;
      await keep(after);
    });
  const settle = (workId: string, outcome: WorkOutcome): Promise<void> =>
    change((run) => settleWork(run, workId, outcome));

  return {
    start: (plan: readonly string[]): Promise<void> => deps.underLock(() => keep(startDialSession(plan, deps.now()))),
    pause: () => change(pauseDialSession),
    resume: () => change(resumeDialSession),
    end: () => change((run) => endDialSession(run, deps.now())),
    /** The rep has seen the summary. */
    close: (): Promise<void> => deps.underLock(() => keep(null)),
    skip: (workId: string, reason: SkipReason) => settle(workId, { kind: 'skipped', reason }),
    callLater: (workId: string, dueDate: string) => settle(workId, { kind: 'later', dueDate }),
    /** A call's log is on disk. */
    called: async ({ call }: CallRecord, disposition: string): Promise<void> => {
      const workId = workIdOf(call.source);
      const wasConnected = reachedPerson(call);
      // Most logs belong to no session: the rep who waits for this one waits for no lock either.
      if (workId && (await current()))
        await settle(workId, { kind: 'called', talkSeconds: call.durationSeconds, wasConnected, disposition });
    },
    /** Its log was taken back. */
    reopened: async (source: CallSource): Promise<void> => {
      const workId = workIdOf(source);
      if (workId) await change((run) => reopenWork(run, workId));
    },
    /** At a worker's start. `shown` is what earlier ones have published: nothing when the browser has started anew. */
    restore: (shown: { readonly run: DialSession | null } | undefined): Promise<void> =>
      deps.underLock(async () => {
        const onDisk = await current();
        // With nothing known there, what is shown is all there is.
        const before = onDisk === undefined ? (shown?.run ?? null) : onDisk;
        // The rep was away from a browser that was closed.
        known = before && !shown ? pauseDialSession(before) : before;
        if (known && known !== onDisk) await deps.write(known);
        // A worker may have died between the disk and the screen.
        if (!shown || !isSame(shown.run, known)) await deps.publish(known);
      }),
  };
}
