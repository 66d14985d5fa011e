import { useEffect, useRef } from 'preact/hooks';
import { crmRefusals } from '@/lib/domain/outbox/crm-refusals';
import {
  EDITABLE_FIELDS,
  refusalsOf,
  type EditableField,
  type EntryEdit,
  type EntryField,
} from '@/lib/domain/outbox/entry-edit';
import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import type { EntryDraft } from '@/lib/view/outbox/entry-drafts';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { WrapUpFields } from '@/components/wrap-up/WrapUpFields';

/** A log that has not arrived, to be corrected and sent again; what Salesloft refused is marked, and comes first. */
export function EntryEditor(props: {
  readonly row: OutboxRow;
  readonly draft: EntryDraft;
  readonly onClosed: () => void;
}) {
  const { outbox, teamRules } = useStores();
  const editor = useRef<HTMLDivElement>(null);
  const {
    row,
    draft: { edit, missing },
  } = props;
  const original: EntryEdit = { ...row, to: row.to, duration: String(row.durationSeconds) };
  // What Salesloft said was said of the old value: changed, it is not marked any more.
  const refused = Object.fromEntries(
    Object.entries(refusalsOf(row.reason)).filter(
      ([field]) => edit[field as EditableField] === original[field as EditableField],
    ),
  ) as ReturnType<typeof refusalsOf>;
  const crmRefused = Object.fromEntries(
    Object.entries(crmRefusals(row.reason, teamRules.value?.crmFields ?? [])).filter(
      ([name]) => edit.crmFields?.[name] === row.crmFields?.[name],
    ),
  );
  const focus = (...fields: readonly EntryField[]): void => {
    const places = [
      ...fields,
      ...Object.keys(crmRefused).map((name) => `crm:${name}`),
      ...EDITABLE_FIELDS.filter((field) => field in refused),
      ...EDITABLE_FIELDS,
    ];
    for (const field of places) {
      const place = editor.current?.querySelector(`[data-field="${CSS.escape(field)}"]`);
      const found =
        place?.querySelector<HTMLElement>('input:checked') ??
        place?.querySelector<HTMLElement>('input, select, textarea');
      if (found) return found.focus();
    }
  };
  useEffect(() => {
    // Drawn anew after scrolling away, it takes no focus from where the rep is now.
    if (document.activeElement === document.body || editor.current?.closest('.entry')?.contains(document.activeElement))
      focus();
  }, []);
  const save = async (): Promise<void> => {
    if (await outbox.editing.save(row.entryId)) return props.onClosed();
    const fields = outbox.editing.drafts.value.get(row.entryId)?.missing ?? [];
    if (fields.length > 0) requestAnimationFrame(() => focus(...fields));
  };
  const close = (): void => {
    outbox.editing.close(row.entryId);
    props.onClosed();
  };
  const fault = (field: 'to' | 'duration'): string | undefined => {
    if (missing.includes(field)) return text(field === 'to' ? 'numberWanted' : 'durationWanted');
    return refused[field] ? text('salesloftSays', refused[field]) : undefined;
  };
  return (
    <div
      class="entry-editor"
      ref={editor}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      {edit.to !== undefined && (
        <TextField
          name="to"
          label={text('number')}
          kind="tel"
          value={edit.to}
          fault={fault('to')}
          onChange={(to) => outbox.editing.change(row.entryId, { to })}
        />
      )}
      {edit.duration !== undefined && (
        <TextField
          name="duration"
          label={text('duration')}
          kind="text"
          value={edit.duration}
          fault={fault('duration')}
          onChange={(duration) => outbox.editing.change(row.entryId, { duration })}
        />
      )}
      <WrapUpFields
        draft={edit}
        missing={missing.filter((field) => field !== 'to' && field !== 'duration')}
        refused={refused}
        crmRefused={crmRefused}
        onChange={(part) => outbox.editing.change(row.entryId, part)}
        onLeave={() => undefined}
      />
      <div class="entry-actions">
        <Button look="primary" onClick={() => void save()}>
          {text('sendAgain')}
        </Button>
        <Button onClick={close}>{text('cancel')}</Button>
      </div>
    </div>
  );
}
