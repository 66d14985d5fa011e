import type { CallEvent, CallProgress } from '@/lib/domain/call/call';
import { DialerError } from '@/lib/domain/core/errors';
import type { CallId } from '@/lib/domain/core/ids';

export type ReportProgressDeps = {
  /** Resolves once the worker has taken the event in; rejects when that is not known. */
  readonly send: (progress: CallProgress) => Promise<unknown>;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
};

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 4_000;

/** The worker has no such call, erased by a sign-out perhaps, or cannot read the event: asked again it says the same. */
const NEVER_TAKEN_IN: ReadonlySet<string> = new Set(['call-unknown', 'input-unreadable']);

type Reported = { lastSeq: number; unheard: number; delivered: Promise<void> };

/**
 * Numbers each event of a call and sends it until it is acknowledged, one at a time and in order: the worker may be
 * stopped at any moment, and a call whose end it never heard of could not be wrapped up. Calls do not wait for others.
 */
export function createProgressReporter(deps: ReportProgressDeps) {
  const calls = new Map<CallId, Reported>();

  const deliver = async (progress: CallProgress): Promise<void> => {
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
      try {
        await deps.send(progress);
        return;
      } catch (error) {
        if (error instanceof DialerError && NEVER_TAKEN_IN.has(error.code)) return;
        // No answer, or the worker is being stopped: the next message starts a new one.
        await deps.wait(waitMs);
      }
    }
  };

  return {
    report: (callId: CallId, event: CallEvent): void => {
      const call = calls.get(callId) ?? { lastSeq: 0, unheard: 0, delivered: Promise.resolve() };
      calls.set(callId, call);
      call.lastSeq += 1;
      call.unheard += 1;
      const progress: CallProgress = { callId, seq: call.lastSeq, at: deps.now(), event };
      call.delivered = call.delivered
        .then(() => deliver(progress))
        .then(() => {
          call.unheard -= 1;
        });
    },
    lastSeq: (callId: CallId): number => calls.get(callId)?.lastSeq ?? 0,
    unheard: (): readonly CallId[] => [...calls].filter(([, call]) => call.unheard > 0).map(([callId]) => callId),
  };
}
