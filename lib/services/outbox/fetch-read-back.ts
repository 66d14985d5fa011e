import type { ApiFailure, ApiResult } from '@/lib/domain/core/api-result';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import { searchFrom, type ReadBack } from '@/lib/domain/outbox/read-back';
import type { Outbox } from './outbox-port';
import type { CallsPort } from '@/lib/services/core/salesloft-port';

/** Dates of replies have whole seconds. */
const STEADY_MS = 10_000;

export type ReadBackDeps = {
  readonly calls: CallsPort;
  readonly outbox: Outbox;
  /** How far Salesloft's clock is ahead of ours, ms. */ readonly clockOffset: () => number;
};

export type ReadBackResult =
  { readonly ok: true; readonly value: ReadBack } | { readonly ok: false; readonly failure: ApiFailure };

/** Reads from Salesloft what tells whether an entry is already logged: one to three points, no write. */
export function createReadBack({ calls, outbox, clockOffset }: ReadBackDeps) {
  const findLogged = async (entry: OutboxEntry): ReturnType<CallsPort['findLogged']> => {
    const find = (since: number) =>
      calls.findLogged({ personId: entry.personId, userGuid: entry.owner.userGuid, since });
    const since = searchFrom(entry, clockOffset());
    const found = await find(since);
    // The reply may be the first in a while to tell Salesloft's time.
    const earlier = searchFrom(entry, clockOffset());
    return found.ok && earlier < since - STEADY_MS ? find(earlier) : found;
  };

  return async (entry: OutboxEntry): Promise<ReadBackResult> => {
    const guard = await readGuard(calls, entry);
    if (!guard.ok) return guard;
    const logged = await findLogged(entry);
    if (!logged.ok) return logged;
    const noteIds = logged.value.map((call) => call.noteId).filter((id) => id !== '');
    const notes = noteIds.length > 0 ? await calls.readNotes(noteIds) : undefined;
    if (notes && !notes.ok && notes.failure.code !== 'permission-missing') return notes;
    return {
      ok: true,
      value: {
        guard: guard.value,
        loggedCalls: logged.value,
        // Without the right to read notes the fields alone must decide.
        notes: notes?.ok ? notes.value : new Map(),
        takenIds: await outbox.receiptsOf(entry.personId),
      },
    };
  };
}

async function readGuard(calls: CallsPort, { log }: OutboxEntry): Promise<ApiResult<ReadBack['guard']>> {
  switch (log.completes.kind) {
    case 'action':
      return calls.actionState(log.completes.actionId);
    case 'task':
      return calls.taskState(log.completes.taskId);
    case 'none':
      return { ok: true, value: 'none' };
  }
}
