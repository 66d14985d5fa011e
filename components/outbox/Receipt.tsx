import type { OutboxRow } from '@/lib/domain/outbox-row';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/context';
import { timeWords } from '@/lib/view/words';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { stateWords } from './OutboxRowView';

/** What became of the newest log, above the list: undo while it is held, the receipt once Salesloft has it. */
export function Receipt({ row, onUndo }: { readonly row: OutboxRow; readonly onUndo: () => void }) {
  const { clock } = useStores();
  const isHeld = row.state === 'held';
  const seconds = Math.max(0, Math.round((row.nextTryAt - clock.second.value) / 1_000));
  return (
    <div class={`receipt ${row.state}`}>
      <Icon name={row.state === 'delivered' ? 'check' : row.state === 'needsAttention' ? 'alert' : 'clock'} />
      <div class="receipt-words">
        <p class="clip" dir="auto">
          {row.disposition === '' ? row.personName : text('receiptTitle', row.disposition, row.personName)}
        </p>
        <p class="soft">
          {isHeld && text('sendingIn', seconds)}
          {row.state === 'delivered' && row.receipt && text('receipt', row.receipt.loggedCallId, timeWords(row.receipt.loggedAt))}
          {!isHeld && row.state !== 'delivered' && stateWords(row)}
        </p>
      </div>
      {isHeld && (
        <Button icon="undo" onClick={onUndo}>
          {text('undo')}
        </Button>
      )}
    </div>
  );
}
