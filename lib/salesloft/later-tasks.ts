import type { ApiResult } from '@/lib/domain/core/api-result';
import type { LaterTasksPort } from '@/lib/services/core/salesloft-port';
import type { SalesloftClient } from './http-client';
import { newCallTask, TASKS_PATH } from './tasks';
import type { Wire } from './wire';

/** Call tasks for another day. */
export function createLaterTasks(client: SalesloftClient): LaterTasksPort {
  return {
    make: async (task) => {
      const reply = await client.post(TASKS_PATH, newCallTask(task));
      // The key is taken: the task is there already.
      if (!reply.ok && 'idempotency_key' in reply.failure.fields) return { ok: true, value: null };
      return done(reply);
    },
    move: async (taskId, dueDate) => done(await client.put(`${TASKS_PATH}/${taskId}`, { due_date: dueDate })),
  };
}

function done(reply: ApiResult<Wire>): ApiResult<null> {
  return reply.ok ? { ok: true, value: null } : reply;
}
