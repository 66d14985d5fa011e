import type { Rep } from '@/lib/domain/sign-in/rep-sign-in';
import type { Person } from '@/lib/domain/call/person';
import type { ApiResult } from '@/lib/domain/core/api-result';
import type { AccountFacts, DueAction, DueTask } from '@/lib/domain/queue/due-queue';
import type { AccountId, CadenceId, PersonId, StepId } from '@/lib/domain/core/ids';

export type Moment = {
  readonly now: number;
  /** `YYYY-MM-DD` in the rep's zone. */
  readonly today: string;
};

export type NamedRow = { readonly id: string; readonly name: string };

/** What one request of a read can carry; it costs a point, however full. */
export const BATCH = 100;

/** The reads the queue is made of. */
export type QueueSource = {
  firstActions(rep: Rep, at: Moment): Promise<ApiResult<Beginning<DueAction>>>;
  firstTasks(rep: Rep, at: Moment): Promise<ApiResult<Beginning<DueTask>>>;
  people(ids: readonly PersonId[], rep: Rep): Promise<ApiResult<readonly Person[]>>;
  accounts(ids: readonly AccountId[]): Promise<ApiResult<readonly AccountFacts[]>>;
  /** The first hundred cadences the rep sees, by name. */
  someCadences(): Promise<ApiResult<readonly NamedRow[]>>;
  cadences(ids: readonly CadenceId[]): Promise<ApiResult<readonly NamedRow[]>>;
  steps(ids: readonly StepId[]): Promise<ApiResult<readonly NamedRow[]>>;
};

/** The first page of a list, and the way to all that follows it; none when the first page is all. */
export type Beginning<Row> = {
  readonly rows: readonly Row[];
  readonly readRest?: () => Promise<ApiResult<readonly Row[]>>;
};
