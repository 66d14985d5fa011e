import type { ApiResult, LoggedCall } from '@/lib/domain/core/api-result';
import type { CallLog } from '@/lib/domain/wrap-up/call-log';
import type { Receipt } from '@/lib/domain/outbox/receipt';
import type { Query, SalesloftClient } from './http-client';
import { brokenAnswer } from './failures';
import { readAll, readByIds, readPage } from './list';
import { idOf, isWire, numberOf, refIdOf, textOf, timeOf, toWireId, type Wire } from './wire';

const CALLS_PATH = '/v2/activities/calls';

/** Logging a call and reading back what became of it. No write is ever repeated here. */
export function createCalls(client: SalesloftClient) {
  return {
    log: async (log: CallLog, notes: string): Promise<ApiResult<Receipt>> => {
      const reply = await client.post(CALLS_PATH, toBody(log, notes));
      if (!reply.ok) return reply;
      const call = isWire(reply.value['data']) ? parseLoggedCall(reply.value['data']) : undefined;
      if (!call) return { ok: false, failure: brokenAnswer(200) };
      const { loggedCallId, noteId, createdAt } = call;
      return { ok: true, value: { loggedCallId, noteId, loggedAt: createdAt, foundByReading: false } };
    },

    /** `since` in ms of Salesloft's clock; newest first, all pages of that window. */
    findLogged: async (query: { personId: string; userGuid: string; since: number }) => {
      const found = await readAll(
        client,
        CALLS_PATH,
        {
          person_id: [query.personId],
          user_guid: [query.userGuid],
          ...createdSince(query.since),
        },
        parseLoggedCall,
      );
      // An ignored filter must not hand us somebody else's call as our receipt.
      const isAsked = (call: LoggedCall): boolean =>
        (call.personId === '' || call.personId === query.personId) && !(call.createdAt < query.since);
      return found.ok ? { ok: true as const, value: found.value.filter(isAsked) } : found;
    },

    /** All of the rep's calls, to whomever; `since` in ms of Salesloft's clock. */
    findLoggedSince: async (query: { userGuid: string; since: number }) => {
      const found = await readAll(
        client,
        CALLS_PATH,
        {
          user_guid: [query.userGuid],
          ...createdSince(query.since),
        },
        parseLoggedCall,
      );
      return found.ok
        ? { ok: true as const, value: found.value.filter((call) => call.createdAt >= query.since) }
        : found;
    },

    readNotes: async (noteIds: readonly string[]): Promise<ApiResult<ReadonlyMap<string, string>>> => {
      const notes = await readByIds(client, '/v2/notes', noteIds, parseNote);
      return notes.ok ? { ok: true, value: new Map(notes.value) } : notes;
    },

    /** By the team's rules for a number; a team or token that knows of none forbids nothing. */
    mayBeRecorded: async (number: string): Promise<ApiResult<boolean>> => {
      const reply = await client.get(`/v2/phone_numbers/recording_settings/${encodeURIComponent(number)}`);
      if (!reply.ok)
        return reply.failure.status === 403 || reply.failure.status === 404 ? { ok: true, value: true } : reply;
      const setting = reply.value['data'];
      return { ok: true, value: !(isWire(setting) && setting['recording_default'] === false) };
    },

    actionState: (actionId: string) => stateOf(client, `/v2/actions/${actionId}`),
    taskState: (taskId: string) => stateOf(client, `/v2/tasks/${taskId}`),

    callersOf: async ({
      personId,
      since,
    }: {
      personId: string;
      since: number;
    }): Promise<ApiResult<readonly string[]>> => {
      const query = { person_id: [personId], ...createdSince(since) };
      const page = await readPage(client, CALLS_PATH, query, 1, (row) => {
        // An ignored filter must not tell of other people's calls, nor of another day's.
        const isAsked = refIdOf(row, 'called_person') === personId && timeOf(row, 'created_at') >= since;
        return isAsked ? refIdOf(row, 'user') || undefined : undefined;
      });
      return page.ok ? { ok: true, value: page.value.rows } : page;
    },
  };
}

/** Newest first. */
function createdSince(since: number): Query {
  return { 'created_at[gte]': new Date(since).toISOString(), sort_by: 'created_at', sort_direction: 'DESC' };
}

function toBody(log: CallLog, notes: string): Wire {
  const { completes } = log;
  return {
    person_id: toWireId(log.personId),
    to: log.to,
    duration: log.duration,
    ...(log.disposition === '' ? {} : { disposition: log.disposition }),
    ...(log.sentiment === '' ? {} : { sentiment: log.sentiment }),
    ...(notes === '' ? {} : { notes }),
    ...(log.crmFields ? { crm_params: log.crmFields } : {}),
    ...(completes.kind === 'action' ? { action_id: toWireId(completes.actionId) } : {}),
    ...(completes.kind === 'task' ? { task_id: toWireId(completes.taskId) } : {}),
  };
}

function parseLoggedCall(row: Wire): LoggedCall | undefined {
  const loggedCallId = idOf(row);
  if (loggedCallId === '') return undefined;
  return {
    loggedCallId,
    personId: refIdOf(row, 'called_person'),
    to: textOf(row, 'to'),
    duration: numberOf(row, 'duration'),
    disposition: rawText(row, 'disposition'),
    sentiment: rawText(row, 'sentiment'),
    actionId: refIdOf(row, 'action'),
    taskId: refIdOf(row, 'task'),
    noteId: refIdOf(row, 'note'),
    createdAt: timeOf(row, 'created_at') || 0,
  };
}

function rawText(row: Wire, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : '';
}

function parseNote(row: Wire): readonly [string, string] | undefined {
  const noteId = idOf(row);
  return noteId === '' ? undefined : [noteId, rawText(row, 'content')];
}

/** An action is 404 once done; a task says so. Both may also be hidden or removed: gone all the same. */
async function stateOf(client: SalesloftClient, path: string): Promise<ApiResult<'open' | 'gone'>> {
  const reply = await client.get(path);
  if (!reply.ok) return reply.failure.code === 'not-found' ? { ok: true, value: 'gone' } : reply;
  const row = reply.value['data'];
  const isDone = isWire(row) && textOf(row, 'current_state') === 'completed';
  return { ok: true, value: isDone ? 'gone' : 'open' };
}
