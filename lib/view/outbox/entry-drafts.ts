import { signal } from '@preact/signals';
import { refusalsOf, type EntryEdit, type EntryField } from '@/lib/domain/outbox/entry-edit';
import type { EntryId } from '@/lib/domain/core/ids';
import { isAnswered } from '@/lib/domain/wrap-up/check-wrap-up';
import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import type { sendToWorker } from '@/lib/messaging/client';
import type { Notices } from '@/lib/view/core/notices';

/** What the rep is correcting. Kept here, so that scrolling away from a row loses nothing. */
export type EntryDraft = { readonly edit: EntryEdit; readonly missing: readonly EntryField[] };

export type EntryDrafts = ReturnType<typeof createEntryDrafts>;

/** The team's names are waited for this long; then the editor opens with the ones that are known. */
const RULES_PATIENCE_MS = 3_000;

export function createEntryDrafts(deps: { readonly send: typeof sendToWorker; readonly notices: Notices }) {
  const drafts = signal<ReadonlyMap<EntryId, EntryDraft>>(new Map());
  const opening = signal<EntryId | ''>('');

  const put = (entryId: EntryId, draft: EntryDraft | undefined): void => {
    const next = new Map(drafts.peek());
    if (draft) next.set(entryId, draft);
    else next.delete(entryId);
    drafts.value = next;
  };
  /** A refused name may be gone from the team's lists: they are read anew. Unreachable, the known ones must do. */
  const readRules = (): Promise<unknown> =>
    Promise.race([
      deps.send('teamRules.read', {}).catch(() => false),
      new Promise((resolve) => setTimeout(resolve, RULES_PATIENCE_MS)),
    ]);
  const readNotes = async (row: OutboxRow): Promise<string | undefined> =>
    row.hasMoreNotes ? deps.notices.run(() => deps.send('outbox.readNotes', { entryId: row.entryId })) : row.notes;

  return {
    drafts,
    /** The entry whose editor is about to open; empty when none is. */
    opening,
    readNotes,
    open: async (row: OutboxRow): Promise<void> => {
      opening.value = row.entryId;
      const [notes] = await Promise.all([readNotes(row), readRules()]);
      opening.value = '';
      if (notes === undefined) return;
      const { disposition, sentiment, crmFields } = row;
      const refused = refusalsOf(row.reason);
      const edit: EntryEdit = {
        disposition,
        sentiment,
        notes,
        ...(crmFields ? { crmFields } : {}),
        ...('to' in refused ? { to: row.to } : {}),
        ...('duration' in refused ? { duration: String(row.durationSeconds) } : {}),
      };
      put(row.entryId, { edit, missing: [] });
    },
    change: (entryId: EntryId, part: Partial<EntryEdit>): void => {
      const draft = drafts.peek().get(entryId);
      if (!draft) return;
      put(entryId, {
        edit: { ...draft.edit, ...part },
        missing: draft.missing.filter((field) => !isAnswered(field, draft.edit, part)),
      });
    },
    close: (entryId: EntryId): void => put(entryId, undefined),
    /** True once it is saved and on its way again; false leaves the editor open, with what is missing named. */
    save: async (entryId: EntryId): Promise<boolean> => {
      const draft = drafts.peek().get(entryId);
      if (!draft) return false;
      const reply = await deps.notices.run(() => deps.send('outbox.edit', { entryId, edit: draft.edit }));
      if (reply?.kind === 'missing') put(entryId, { ...draft, missing: reply.fields });
      if (reply?.kind === 'saved') put(entryId, undefined);
      return reply?.kind === 'saved';
    },
  };
}
