import type { Rep } from '@/lib/domain/account';
import type { ApiResult } from '@/lib/domain/api-result';
import type { AccountFacts, DueAction, DueTask, PersonFacts } from '@/lib/domain/due-queue';
import type { AccountId, CadenceId, PersonId, StepId } from '@/lib/domain/ids';

export type Moment = {
  readonly now: number;
  /** `YYYY-MM-DD` in the rep's zone. */
  readonly today: string;
};

export type NamedRow = { readonly id: string; readonly name: string };

/** The reads the queue is made of; each costs one point a hundred rows. */
export type QueueSource = {
  /** The first page, and the way to all that follows it. */
  firstActions(rep: Rep, at: Moment): Promise<ApiResult<FirstPage<DueAction>>>;
  dueTasks(rep: Rep, at: Moment): Promise<ApiResult<readonly DueTask[]>>;
  people(ids: readonly PersonId[], rep: Rep): Promise<ApiResult<readonly PersonFacts[]>>;
  accounts(ids: readonly AccountId[]): Promise<ApiResult<readonly AccountFacts[]>>;
  /** The first hundred cadences the rep sees, by name. */
  someCadences(): Promise<ApiResult<readonly NamedRow[]>>;
  cadences(ids: readonly CadenceId[]): Promise<ApiResult<readonly NamedRow[]>>;
  steps(ids: readonly StepId[]): Promise<ApiResult<readonly NamedRow[]>>;
};

export type FirstPage<Row> = {
  readonly rows: readonly Row[];
  /** Undefined when the first page is all. */
  readonly readRest?: () => Promise<ApiResult<readonly Row[]>>;
};
