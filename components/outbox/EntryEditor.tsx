import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { EntryField } from '@/lib/domain/entry-edit';
import type { OutboxRow } from '@/lib/domain/outbox-row';
import type { WrapUpDraft } from '@/lib/domain/wrap-up';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/context';
import { Button } from '@/components/ui/Button';
import { WrapUpFields } from '@/components/wrap-up/WrapUpFields';

/** The wrap-up of a log that has not arrived, to be corrected and sent again. */
export function EntryEditor({ row, onClose }: { readonly row: OutboxRow; readonly onClose: () => void }) {
  const { outbox } = useStores();
  const editor = useRef<HTMLDivElement>(null);
  const draft = useSignal<WrapUpDraft>({ disposition: row.disposition, sentiment: row.sentiment, notes: row.notes });
  const missing = useSignal<readonly EntryField[]>([]);
  const focus = (selector: string): void => editor.current?.querySelector<HTMLElement>(selector)?.focus();
  useEffect(() => focus('input:checked, input:not(:checked), textarea'), []);
  const save = async (): Promise<void> => {
    const fields = await outbox.edit(row.entryId, draft.value);
    if (fields?.length === 0) return onClose();
    missing.value = fields ?? [];
    requestAnimationFrame(() => focus('[aria-invalid="true"] input'));
  };
  return (
    <div class="entry-editor" ref={editor}>
      <WrapUpFields
        draft={draft.value}
        missing={missing.value.filter((field) => field === 'disposition' || field === 'sentiment')}
        onChange={(part) => {
          draft.value = { ...draft.value, ...part };
          missing.value = missing.value.filter((field) => !(field in part));
        }}
        onLeave={() => undefined}
      />
      <div class="entry-actions">
        <Button look="primary" onClick={() => void save()}>
          {text('sendAgain')}
        </Button>
        <Button onClick={onClose}>{text('cancel')}</Button>
      </div>
    </div>
  );
}
