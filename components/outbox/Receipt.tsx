import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { timeWords } from '@/lib/view/core/time-words';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { stateIcon, stateWords } from './entry-words';

/** What became of the newest log, above the list: undo while it is held, the receipt once Salesloft has it. */
export function Receipt({ row, onUndo }: { readonly row: OutboxRow; readonly onUndo: () => void }) {
  return (
    <div class={`receipt ${row.state}`} tabIndex={-1} role="group" aria-label={text('lastLog')}>
      <Icon name={stateIcon(row)} />
      <div class="receipt-words">
        <p class="clip" dir="auto">
          {row.disposition === '' ? row.personName : text('receiptTitle', row.disposition, row.personName)}
        </p>
        <p class="soft numbers">
          <ReceiptWords row={row} />
        </p>
      </div>
      {row.state === 'held' && (
        <Button icon="undo" onClick={onUndo}>
          {text('undo')}
        </Button>
      )}
    </div>
  );
}

function ReceiptWords({ row }: { readonly row: OutboxRow }) {
  const { clock } = useStores();
  if (row.state === 'held') {
    const seconds = Math.max(0, Math.ceil((row.nextTryAt - clock.second.value) / 1_000));
    return <>{seconds === 0 ? text('savedSending') : text('sendingIn', seconds)}</>;
  }
  if (row.receipt) return <>{text('receipt', row.receipt.loggedCallId, timeWords(row.receipt.loggedAt))}</>;
  return <>{stateWords(row)}</>;
}
