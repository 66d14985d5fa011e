import type { ApiResult } from '@/lib/domain/core/api-result';
import { guardTaskOf } from '@/lib/domain/outbox/guard-task';
import type { TaskId } from '@/lib/domain/core/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import type { GuardTasksPort } from '@/lib/services/core/salesloft-port';

/**
 * The call task that is to guard this log: made now, or the one made earlier whose answer was lost. `mayExist` costs a
 * read and spares a second task should Salesloft forget a key.
 */
export function createGetGuardTask(tasks: GuardTasksPort) {
  return async (entry: OutboxEntry, mayExist: boolean): Promise<ApiResult<TaskId>> => {
    const wanted = guardTaskOf(entry);
    const find = async (): Promise<ApiResult<TaskId> | undefined> => {
      const found = await tasks.find(wanted);
      if (!found.ok) return found;
      return found.value && { ok: true, value: found.value };
    };
    const earlier = mayExist ? await find() : undefined;
    if (earlier) return earlier;
    const made = await tasks.make(wanted);
    if (made.ok || !('idempotency_key' in made.failure.fields)) return made;
    // The key is used, so the task is there: found, or not shown yet, which is no refusal of the log.
    return (await find()) ?? { ok: false, failure: { ...made.failure, kind: 'noAnswer' } };
  };
}
