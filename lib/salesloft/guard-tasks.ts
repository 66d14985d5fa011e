import type { ApiResult } from '@/lib/domain/core/api-result';
import { toId } from '@/lib/domain/queue/due-queue';
import type { GuardTask } from '@/lib/domain/outbox/guard-task';
import type { TaskId } from '@/lib/domain/core/ids';
import type { SalesloftClient } from './http-client';
import { brokenAnswer } from './failures';
import { readPage } from './list';
import { newCallTask, TASKS_PATH } from './tasks';
import { idOf, isWire, refIdOf, textOf, type Wire } from './wire';

/** Tasks made to guard logs, recognised by the key they were made with. */
export function createGuardTasks(client: SalesloftClient) {
  return {
    find: async (task: GuardTask): Promise<ApiResult<TaskId | undefined>> => {
      // A filter that is ignored must not hand us a task that somebody is to do.
      const parse = (row: Wire): TaskId | undefined => (isThis(row, task) ? toId<TaskId>(idOf(row)) : undefined);
      const page = await readPage(client, TASKS_PATH, { idempotency_key: task.key }, 1, parse);
      return page.ok ? { ok: true, value: page.value.rows[0] } : page;
    },

    make: async (task: GuardTask): Promise<ApiResult<TaskId>> => {
      const reply = await client.post(TASKS_PATH, newCallTask(task));
      if (!reply.ok) return reply;
      const row = reply.value['data'];
      const taskId = isWire(row) ? toId<TaskId>(idOf(row)) : undefined;
      return taskId ? { ok: true, value: taskId } : { ok: false, failure: brokenAnswer(200) };
    },
  };
}

function isThis(row: Wire, { subject, personId }: GuardTask): boolean {
  return (
    textOf(row, 'subject') === subject && refIdOf(row, 'person') === personId && textOf(row, 'task_type') === 'call'
  );
}
