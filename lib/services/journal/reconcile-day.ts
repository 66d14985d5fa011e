import type { RepSignIn } from '@/lib/domain/sign-in/rep-sign-in';
import type { ApiResult, LoggedCall } from '@/lib/domain/core/api-result';
import { DialerError } from '@/lib/domain/core/errors';
import type { JournalCall } from '@/lib/domain/journal/journal';
import { startOfDay } from '@/lib/domain/core/local-time';
import { needsNote, reconcile, type DayReport } from '@/lib/domain/journal/reconcile';

export type ReconcileDayDeps = {
  readonly readSignIn: () => Promise<RepSignIn>;
  /** This device's calls of the signed-in rep, placed since then. */
  readonly listJournal: (since: number, userGuid: string) => Promise<readonly JournalCall[]>;
  /** The rep's calls in Salesloft since then, all of them. */
  readonly findLoggedSince: (query: {
    readonly userGuid: string;
    readonly since: number;
  }) => Promise<ApiResult<readonly LoggedCall[]>>;
  readonly readNotes: (noteIds: readonly string[]) => Promise<ApiResult<ReadonlyMap<string, string>>>;
  /** False while little is left of the team's budget: logs go first. */
  readonly mayRead: () => boolean;
  readonly now: () => number;
};

/** Compares today's calls with Salesloft: one point for each hundred, and one for each hundred notes in doubt. */
export function createReconcileDay(deps: ReconcileDayDeps) {
  return async (): Promise<DayReport> => {
    const { state, rep } = await deps.readSignIn();
    if (state !== 'signedIn' || !rep) throw new DialerError('not-signed-in');
    if (!deps.mayRead()) throw new DialerError('rate-limited');
    const since = startOfDay(deps.now(), rep.timeZone);
    // Read before Salesloft is: what arrives meanwhile is then not taken for missing there.
    const journal = await deps.listJournal(since, rep.guid);
    const logged = valueOf(await deps.findLoggedSince({ userGuid: rep.guid, since }));
    const doubtful = logged.filter((call) => needsNote(journal, call)).map(({ noteId }) => noteId);
    const notes = doubtful.length > 0 ? await deps.readNotes(doubtful) : undefined;
    // Without the right to read notes the fields alone must decide.
    if (notes && !notes.ok && notes.failure.code !== 'permission-missing') return valueOf(notes);
    return reconcile(journal, logged, notes?.ok ? notes.value : new Map());
  };
}

function valueOf<Value>(result: ApiResult<Value>): Value {
  if (!result.ok) throw new DialerError(result.failure.code, result.failure.words);
  return result.value;
}
