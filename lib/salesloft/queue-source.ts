import type { Rep } from '@/lib/domain/account';
import type { ApiResult } from '@/lib/domain/api-result';
import type { AccountFacts, DueAction, DueTask, PersonFacts } from '@/lib/domain/due-queue';
import { ACTIONS_PATH, dueActionParser, dueActionsQuery } from './actions';
import type { SalesloftClient } from './client';
import { readAll, readByIds, readPage, readRest } from './list';
import { ACCOUNTS_PATH, parseAccount, parseName, PEOPLE_PATH, personParser } from './people';
import { dueTaskParser, dueTasksQuery, TASKS_PATH } from './tasks';
import { toWireId } from './wire';

type Moment = { readonly now: number; readonly today: string };
type NamedRow = { readonly id: string; readonly name: string };

/** The reads of which the queue is made, in our own words. */
export function createQueueSource(client: SalesloftClient) {
  const byIds = <Row>(path: string, ids: readonly string[], parse: Parameters<typeof readByIds<Row>>[3]) =>
    readByIds(client, path, ids.map(toWireId), parse);

  return {
    firstActions: async (rep: Rep, at: Moment) => {
      const query = dueActionsQuery(rep.guid, at.now);
      const parse = dueActionParser(rep, at.now);
      const first = await readPage<DueAction>(client, ACTIONS_PATH, query, 1, parse);
      if (!first.ok) return first;
      const { rows, hasNext } = first.value;
      // What follows is asked for without the rows already read.
      const rest = { ...first.value, rows: [] };
      return {
        ok: true as const,
        value: hasNext ? { rows, readRest: () => readRest(client, ACTIONS_PATH, query, parse, rest) } : { rows },
      };
    },

    dueTasks: async (rep: Rep, at: Moment): Promise<ApiResult<readonly DueTask[]>> => {
      const parse = dueTaskParser(rep, at.today, at.now);
      const [overdue, today] = await Promise.all([
        readAll(client, TASKS_PATH, dueTasksQuery(rep.userId, 'overdue'), parse),
        readAll(client, TASKS_PATH, dueTasksQuery(rep.userId, 'today'), parse),
      ]);
      if (!overdue.ok) return overdue;
      if (!today.ok) return today;
      // Were the interval ignored, each task would come twice.
      const byId = new Map([...overdue.value, ...today.value].map((task) => [task.taskId, task]));
      return { ok: true, value: [...byId.values()] };
    },

    people: (ids: readonly string[], rep: Rep): Promise<ApiResult<readonly PersonFacts[]>> =>
      byIds(PEOPLE_PATH, ids, personParser(rep.country)),

    accounts: (ids: readonly string[]): Promise<ApiResult<readonly AccountFacts[]>> =>
      byIds(ACCOUNTS_PATH, ids, parseAccount),

    someCadences: async (): Promise<ApiResult<readonly NamedRow[]>> => {
      const page = await readPage(client, '/v2/cadences', { archived: false, sort_by: 'name', sort_direction: 'ASC' }, 1, parseName);
      return page.ok ? { ok: true, value: page.value.rows } : page;
    },

    cadences: (ids: readonly string[]): Promise<ApiResult<readonly NamedRow[]>> => byIds('/v2/cadences', ids, parseName),

    steps: (ids: readonly string[]): Promise<ApiResult<readonly NamedRow[]>> => byIds('/v2/steps', ids, parseName),
  };
}
