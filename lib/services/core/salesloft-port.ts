import type { ApiResult, LoggedCall } from '@/lib/domain/core/api-result';
import type { GuardTask } from '@/lib/domain/outbox/guard-task';
import type { CallLog } from '@/lib/domain/wrap-up/call-log';
import type { ActionId, PersonId, TaskId, UserGuid } from '@/lib/domain/core/ids';
import type { Receipt } from '@/lib/domain/outbox/receipt';

/** What delivery needs of Salesloft. No method retries a write; none throws for a foreign failure. */
export type CallsPort = {
  /** `POST /v2/activities/calls`; `notes` is the final text with our own lines. */
  log(log: CallLog, notes: string): Promise<ApiResult<Receipt>>;
  /** The rep's calls to one person created at or after `since` (ms, Salesloft's clock), newest first, all pages. */
  findLogged(query: {
    personId: PersonId;
    userGuid: UserGuid;
    since: number;
  }): Promise<ApiResult<readonly LoggedCall[]>>;
  /** Note texts by note id; ids that Salesloft does not give back are missing from the map. */
  readNotes(noteIds: readonly string[]): Promise<ApiResult<ReadonlyMap<string, string>>>;
  /** `gone`: done, removed or hidden: Salesloft does not say which. */
  actionState(actionId: ActionId): Promise<ApiResult<'open' | 'gone'>>;
  taskState(taskId: TaskId): Promise<ApiResult<'open' | 'gone'>>;
};

/** Call tasks for another day. Neither method repeats anything, and both may be asked twice. */
export type LaterTasksPort = {
  /** `POST /v2/tasks`; a key that Salesloft has already is the same task. */
  make(task: {
    readonly key: string;
    readonly personId: PersonId;
    readonly subject: string;
    readonly dueDate: string;
  }): Promise<ApiResult<null>>;
  /** `PUT /v2/tasks/{id}` with another due date. */
  move(taskId: TaskId, dueDate: string): Promise<ApiResult<null>>;
};

/** Notes that Salesloft has already. */
export type NotesPort = {
  /** `PUT /v2/notes/{id}` with the whole text. */
  change(noteId: string, content: string): Promise<ApiResult<null>>;
};

/** Tasks that guard logs. Neither method repeats anything. */
export type GuardTasksPort = {
  /** The task made with this key; undefined when there is none, or none that Salesloft shows yet. */
  find(task: GuardTask): Promise<ApiResult<TaskId | undefined>>;
  /** `POST /v2/tasks`. A repeated key gives the earlier task, or is refused. */
  make(task: GuardTask): Promise<ApiResult<TaskId>>;
};
