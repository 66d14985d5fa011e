import type { CallSource } from '@/lib/domain/call/call';
import { underLock } from '@/lib/platform/locks';
import { createCallLater } from '@/lib/services/dial-session/make-later-task';
import { createRunDialSession } from '@/lib/services/dial-session/run-dial-session';
import type { LaterTasksPort } from '@/lib/services/core/salesloft-port';
import { readStoredRun } from '@/lib/storage/database/stored-dial-session';
import type { MetaStore } from '@/lib/storage/stores/stored-meta';
import { readSnapshot } from '@/lib/storage/snapshots/snapshots';
import { text } from '@/lib/text/text';
import type { WorkerContext } from './context';
import { readRows, readSignIn } from './published-state';

export type DialSessionSideDeps = Pick<WorkerContext, 'publish' | 'now'> & {
  readonly meta: MetaStore;
  readonly laterTasks: LaterTasksPort;
  /** Takes a row off the list. */
  readonly removeFromQueue: (source: CallSource) => Promise<void>;
  readonly keepMicrophone: (isKept: boolean) => Promise<void>;
};

const KEY = 'dial-session';

/** The rep's run through the queue, and what is put off in it. */
export function assembleDialSession({
  meta,
  publish,
  laterTasks,
  removeFromQueue,
  keepMicrophone,
  now,
}: DialSessionSideDeps) {
  const run = createRunDialSession({
    read: async () => {
      const stored = await meta.read(KEY);
      return stored === undefined ? undefined : readStoredRun(stored);
    },
    write: (run) => meta.write(KEY, run),
    publish: async (run) => {
      void keepMicrophone(run?.state === 'running');
      await publish('dialSession', { run });
    },
    readRows,
    underLock: (work) => underLock('dial-session', work),
    now,
  });
  const callLater = createCallLater({
    tasks: laterTasks,
    readSignIn,
    subjectFor: (name) => text('laterSubject', name),
    onPutOff: run.callLater,
    now,
  });
  return {
    ...run,
    callLater: async (later: Parameters<typeof callLater>[0]): Promise<void> => {
      await callLater(later);
      // A task that was put off is not due any more; a step of a cadence is, whatever was made beside it.
      if (later.source.kind === 'task' && later.callId === undefined) await removeFromQueue(later.source);
    },
    restore: async (): Promise<void> => {
      const shown = await readSnapshot('dialSession');
      await run.restore(shown && { run: readStoredRun(shown.run) });
    },
  };
}
