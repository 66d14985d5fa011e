import { computed, type ReadonlySignal } from '@preact/signals';
import type { EntryEdit, EntryField } from '@/lib/domain/entry-edit';
import type { EntryId } from '@/lib/domain/ids';
import type { OutboxRow } from '@/lib/domain/outbox-row';
import type { sendToWorker } from '@/lib/messaging/client';
import type { OutboxSnapshot } from '@/lib/storage/snapshots';
import type { Notices } from './notices';

export type OutboxStore = ReturnType<typeof createOutboxStore>;

/** The logs on their way, and the rep's decisions about them. */
export function createOutboxStore(deps: {
  readonly send: typeof sendToWorker;
  readonly outbox: ReadonlySignal<OutboxSnapshot | undefined>;
  readonly notices: Notices;
}) {
  const rows = computed<readonly OutboxRow[]>(() => deps.outbox.value?.entries ?? []);
  const run = deps.notices.run;
  return {
    rows,
    unsent: computed(() => deps.outbox.value?.unsent ?? 0),
    needsAttention: computed(() => deps.outbox.value?.needsAttention ?? 0),
    /** The newest log: what the receipt strip is about. */
    latest: computed(() => rows.value[0]),
    undo: (entryId: EntryId) => run(() => deps.send('outbox.undo', { entryId })),
    retry: (entryId: EntryId) => run(() => deps.send('outbox.retry', { entryId })),
    discard: (entryId: EntryId, why: string) => run(() => deps.send('outbox.discard', { entryId, why })),
    logWithoutCompleting: (entryId: EntryId) => run(() => deps.send('outbox.logWithoutCompleting', { entryId })),
    /** The fields still missing, none when it was saved; undefined when it could not be asked. */
    edit: async (entryId: EntryId, edit: EntryEdit): Promise<readonly EntryField[] | undefined> => {
      const reply = await run(() => deps.send('outbox.edit', { entryId, edit }));
      return reply?.kind === 'missing' ? reply.fields : reply && [];
    },
  };
}
