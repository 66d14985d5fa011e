import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OutboxRow } from '@/lib/domain/outbox-row';
import { dateTimeWords, durationWords } from '@/lib/view/words';
import { Icon } from '@/components/ui/Icon';
import { EntryActions } from './EntryActions';
import { EntryEditor } from './EntryEditor';
import { EntryReason } from './EntryReason';
import { stateIcon, stateWords } from './entry-words';

export function OutboxRowView({ row, onUndo }: { readonly row: OutboxRow; readonly onUndo: () => void }) {
  const isEditing = useSignal(false);
  const entry = useRef<HTMLLIElement>(null);
  // A row that goes away with the focus in it hands it to the tab.
  useLayoutEffect(() => {
    const element = entry.current;
    return () => {
      if (element?.contains(document.activeElement)) document.getElementById('tab-outbox')?.focus();
    };
  }, []);
  const setEditing = (next: boolean): void => {
    isEditing.value = next;
    if (!next) requestAnimationFrame(() => entry.current?.querySelector<HTMLElement>('.entry-actions .button')?.focus());
  };
  return (
    <li class="entry" ref={entry}>
      <div class="entry-head">
        <p class="row-name clip" dir="auto" title={row.personName}>
          {row.personName}
        </p>
        <span class={`entry-state ${row.state}`}>
          <Icon name={stateIcon(row)} />
          {stateWords(row)}
        </span>
      </div>
      <p class="soft clip">
        {[row.disposition, row.sentiment].filter((part) => part !== '').join(' · ')}
      </p>
      <p class="soft numbers">{[dateTimeWords(row.calledAt), durationWords(row.durationSeconds)].join(' · ')}</p>
      <EntryReason row={row} />
      {isEditing.value ? (
        <EntryEditor row={row} onClose={() => setEditing(false)} />
      ) : (
        <EntryActions row={row} onUndo={onUndo} onEdit={() => setEditing(true)} />
      )}
    </li>
  );
}
