import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { EntryId } from '@/lib/domain/core/ids';
import { NO_FILTER, type OutboxFilter, type OutboxRow } from '@/lib/domain/outbox/outbox-row';
import type { sendToWorker } from '@/lib/messaging/client';
import type { OutboxView } from '@/lib/domain/outbox/outbox-view';
import type { Published } from '@/lib/storage/snapshots/snapshots';
import { createEntryDrafts } from './entry-drafts';
import type { Notices } from '@/lib/view/core/notices';
import { createOutboxGroup } from './outbox-group';

export type OutboxStore = ReturnType<typeof createOutboxStore>;

/** The logs on their way, and the rep's decisions about them. */
export function createOutboxStore(deps: {
  readonly send: typeof sendToWorker;
  readonly outbox: ReadonlySignal<Published<OutboxView> | undefined>;
  readonly notices: Notices;
}) {
  const filter = signal<OutboxFilter>(NO_FILTER);
  const run = deps.notices.run;
  const groups = { ...deps, filter };
  return {
    needsAttentionGroup: createOutboxGroup('needsAttention', groups),
    waitingGroup: createOutboxGroup('waiting', groups),
    deliveredGroup: createOutboxGroup('delivered', groups),
    editing: createEntryDrafts(deps),
    unsent: computed(() => deps.outbox.value?.unsent ?? 0),
    needsAttention: computed(() => deps.outbox.value?.needsAttention ?? 0),
    deliveredToday: computed(() => deps.outbox.value?.deliveredToday ?? 0),
    /** Until when Salesloft's rate limit keeps everything waiting; 0 when it does not. */
    waitUntil: computed(() => deps.outbox.value?.waitUntil ?? 0),
    /** The newest log: what the receipt strip is about. */
    latest: computed<OutboxRow | undefined>(() => deps.outbox.value?.entries[0]),
    /** The entry the rep is at: the list's tab stop. */
    current: signal<EntryId | ''>(''),
    filter,
    find: (part: Partial<OutboxFilter>): void => {
      const next = { ...filter.peek(), ...part };
      filter.value = next.words.trim() === '' && next.state === 'any' ? NO_FILTER : next;
    },
    undo: (entryId: EntryId) => run(() => deps.send('outbox.undo', { entryId })),
    retry: (entryId: EntryId) => run(() => deps.send('outbox.retry', { entryId })),
    retryAll: () => run(() => deps.send('outbox.retryAll', {})),
    discard: (entryId: EntryId, why: string) => run(() => deps.send('outbox.discard', { entryId, why })),
    logWithoutCompleting: (entryId: EntryId) => run(() => deps.send('outbox.logWithoutCompleting', { entryId })),
  };
}
