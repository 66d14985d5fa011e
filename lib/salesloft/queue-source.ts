import type { Rep } from '@/lib/domain/sign-in/rep-sign-in';
import type { Person } from '@/lib/domain/call/person';
import type { ApiResult } from '@/lib/domain/core/api-result';
import type { AccountFacts, DueAction, DueTask } from '@/lib/domain/queue/due-queue';
import { QUEUE_LIMIT } from '@/lib/domain/queue/queue-limit';
import type { Beginning, Moment, NamedRow, QueueSource } from '@/lib/services/queue/queue-port';
import { ACTIONS_PATH, dueActionParser, dueActionsQuery } from './actions';
import type { SalesloftClient } from './http-client';
import { PAGE_SIZE, readBeginning, readByIds, readPage } from './list';
import { ACCOUNTS_PATH, parseAccount, parseName, PEOPLE_PATH, personParser } from './people';
import { dueTaskParser, dueTasksQuery, TASKS_PATH } from './tasks';
import { toWireId } from './wire';

/** One page more than the list holds, so that it is known that there is more. */
const DEEPEST = QUEUE_LIMIT / PAGE_SIZE + 1;

/** The reads of which the queue is made, in our own words. */
export function createQueueSource(client: SalesloftClient): QueueSource {
  const byIds = <Row>(path: string, ids: readonly string[], parse: Parameters<typeof readByIds<Row>>[3]) =>
    readByIds(client, path, ids.map(toWireId), parse);

  return {
    firstActions: (rep: Rep, at: Moment): Promise<ApiResult<Beginning<DueAction>>> =>
      readBeginning(client, ACTIONS_PATH, dueActionsQuery(rep.guid, at.now), dueActionParser(rep, at.now), DEEPEST),

    firstTasks: async (rep: Rep, at: Moment): Promise<ApiResult<Beginning<DueTask>>> => {
      const parse = dueTaskParser(rep, at);
      const [overdue, today] = await Promise.all([
        readBeginning(client, TASKS_PATH, dueTasksQuery(rep.userId, 'overdue'), parse, DEEPEST),
        readBeginning(client, TASKS_PATH, dueTasksQuery(rep.userId, 'today'), parse, DEEPEST),
      ]);
      if (!overdue.ok) return overdue;
      return today.ok ? { ok: true, value: together([overdue.value, today.value]) } : today;
    },

    people: (ids: readonly string[], rep: Rep): Promise<ApiResult<readonly Person[]>> =>
      byIds(PEOPLE_PATH, ids, personParser(rep)),

    accounts: (ids: readonly string[]): Promise<ApiResult<readonly AccountFacts[]>> =>
      byIds(ACCOUNTS_PATH, ids, parseAccount),

    someCadences: async (): Promise<ApiResult<readonly NamedRow[]>> => {
      const page = await readPage(
        client,
        '/v2/cadences',
        { archived: false, sort_by: 'name', sort_direction: 'ASC' },
        1,
        parseName,
      );
      return page.ok ? { ok: true, value: page.value.rows } : page;
    },

    cadences: (ids: readonly string[]): Promise<ApiResult<readonly NamedRow[]>> =>
      byIds('/v2/cadences', ids, parseName),

    steps: (ids: readonly string[]): Promise<ApiResult<readonly NamedRow[]>> => byIds('/v2/steps', ids, parseName),
  };
}

function together<Row>(lists: readonly Beginning<Row>[]): Beginning<Row> {
  const rows = lists.flatMap((list) => list.rows);
  const rests = lists.map((list) => list.readRest).filter((rest) => rest !== undefined);
  if (rests.length === 0) return { rows };
  return {
    rows,
    readRest: async () => {
      const read = await Promise.all(rests.map((rest) => rest()));
      const failed = read.find((rest) => !rest.ok);
      return failed ?? { ok: true, value: read.flatMap((rest) => (rest.ok ? rest.value : [])) };
    },
  };
}
