import type { ApiResult } from '@/lib/domain/core/api-result';
import type { CallSource } from '@/lib/domain/call/call';
import type { DialGuards } from '@/lib/domain/guards/dial-rules';
import type { PersonId } from '@/lib/domain/core/ids';
import type { RecheckFindings, RecheckQuery } from '@/lib/domain/guards/recheck';
import { startOfDay } from '@/lib/domain/core/local-time';
import type { CallsPort } from '@/lib/services/core/salesloft-port';

export type RecheckDeps = {
  readonly calls: Pick<CallsPort, 'actionState' | 'taskState'> & {
    /** The ids of those who logged calls to the person at or after `since` (ms, Salesloft's clock); the last hundred calls. */
    callersOf(query: { personId: PersonId; since: number }): Promise<ApiResult<readonly string[]>>;
  };
  readonly readGuards: () => Promise<Pick<DialGuards, 'doneElsewhere' | 'calledToday'>>;
  /** False while the team's budget is for logs alone. */
  readonly mayRead: () => boolean;
  /** Undefined when the work takes longer. */
  readonly withTimeout: <Value>(work: Promise<Value>, ms: number) => Promise<Value | undefined>;
  /** Salesloft's clock, ms since the epoch. */
  readonly salesloftNow: () => number;
  readonly now: () => number;
};

const NOTHING: RecheckFindings = { doneElsewhere: false, calledByTeam: false };

/** The rep has pressed Call: what Salesloft does not tell in this time does not hold them up. */
const PATIENCE_MS = 500;

const FRESH_MS = 30_000;

/**
 * Reads, before a dial, what may have changed in Salesloft. Asked when the rep comes near the Call button, it has the
 * answer when they press it. Without an answer nothing stands against the call.
 */
export function createRecheckSalesloft(deps: RecheckDeps) {
  let last: { readonly about: string; readonly at: number; readonly seen: Promise<RecheckFindings> } | undefined;

  const look = async ({ personId, source, rep }: RecheckQuery): Promise<RecheckFindings> => {
    const guards = await deps.readGuards();
    if (!deps.mayRead()) return NOTHING;
    const since = startOfDay(deps.salesloftNow(), rep.timeZone);
    const [state, callers] = await Promise.all([
      guards.doneElsewhere === 'allow' ? undefined : stateOf(deps.calls, source),
      guards.calledToday === 'allow' ? undefined : deps.calls.callersOf({ personId, since }),
    ]);
    return {
      doneElsewhere: state?.ok === true && state.value === 'gone',
      calledByTeam: callers?.ok === true && callers.value.some((userId) => userId !== rep.userId),
    };
  };

  return async (it: RecheckQuery): Promise<RecheckFindings> => {
    const about = JSON.stringify([it.personId, it.source]);
    const at = deps.now();
    if (last?.about !== about || at - last.at > FRESH_MS) last = { about, at, seen: look(it) };
    return (await deps.withTimeout(last.seen, PATIENCE_MS)) ?? NOTHING;
  };
}

function stateOf(calls: RecheckDeps['calls'], source: CallSource): Promise<ApiResult<'open' | 'gone'>> | undefined {
  if (source.kind === 'action') return calls.actionState(source.actionId);
  return source.kind === 'task' ? calls.taskState(source.taskId) : undefined;
}
