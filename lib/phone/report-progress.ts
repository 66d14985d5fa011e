import type { CallEvent, CallProgress } from '@/lib/domain/call';
import type { CallId } from '@/lib/domain/ids';

export type ReportProgressDeps = {
  /** Resolves once the worker has taken the event in; rejects when that is not known. */
  readonly send: (progress: CallProgress) => Promise<unknown>;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
};

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 15_000;

/**
 * Numbers each event of a call and sends it until it is acknowledged, in order: the worker may be stopped at any
 * moment, and a call whose end it never heard of could not be wrapped up.
 */
export function createProgressReporter(deps: ReportProgressDeps) {
  const lastSeq = new Map<CallId, number>();
  let queue: Promise<void> = Promise.resolve();

  const deliver = async (progress: CallProgress): Promise<void> => {
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
      try {
        await deps.send(progress);
        return;
      } catch {
        // No answer, or the worker is being stopped: the next message starts a new one.
        await deps.wait(waitMs);
      }
    }
  };

  return {
    report: (callId: CallId, event: CallEvent): void => {
      const seq = (lastSeq.get(callId) ?? 0) + 1;
      lastSeq.set(callId, seq);
      const progress: CallProgress = { callId, seq, at: deps.now(), event };
      queue = queue.then(() => deliver(progress));
    },
    lastSeq: (callId: CallId): number => lastSeq.get(callId) ?? 0,
  };
}
