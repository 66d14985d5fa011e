import { counted, text } from '@/lib/text/text';
import { useStores } from '@/lib/view/context';
import { OutboxRowView } from './OutboxRowView';
import './outbox.css';

export function OutboxScreen({ onUndo }: { readonly onUndo: () => void }) {
  const { outbox } = useStores();
  const rows = outbox.rows.value;
  const hidden = outbox.unsent.value - rows.filter((row) => row.state !== 'delivered').length;
  if (rows.length === 0) {
    return (
      <div class="empty">
        <p class="empty-title">{text('outboxEmpty')}</p>
        <p class="soft">{text('outboxEmptyHint')}</p>
      </div>
    );
  }
  return (
    <div class="outbox">
      <ul>
        {rows.map((row) => (
          <OutboxRowView key={row.entryId} row={row} onUndo={onUndo} />
        ))}
      </ul>
      {hidden > 0 && <p class="soft outbox-more">{counted('outboxMore', hidden)}</p>}
    </div>
  );
}
