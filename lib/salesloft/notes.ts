import type { ApiResult } from '@/lib/domain/core/api-result';
import type { NotesPort } from '@/lib/services/core/salesloft-port';
import type { SalesloftClient } from './http-client';

/** Changing a note that Salesloft has. Nothing is repeated here. */
export function createNotes(client: SalesloftClient): NotesPort {
  return {
    change: async (noteId: string, content: string): Promise<ApiResult<null>> => {
      const reply = await client.put(`/v2/notes/${noteId}`, { content });
      return reply.ok ? { ok: true, value: null } : reply;
    },
  };
}
