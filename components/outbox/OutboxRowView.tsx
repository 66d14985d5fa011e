import { useSignal } from '@preact/signals';
import type { OutboxRow } from '@/lib/domain/outbox-row';
import type { MissingField, WrapUpDraft } from '@/lib/domain/wrap-up';
import { errorText } from '@/lib/text/error-text';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/context';
import { dateTimeWords, durationWords, timeWords } from '@/lib/view/words';
import { Button } from '@/components/ui/Button';
import { WrapUpFields } from '@/components/wrap-up/WrapUpFields';

export function OutboxRowView({ row, onUndo }: { readonly row: OutboxRow; readonly onUndo: () => void }) {
  const { outbox, copy } = useStores();
  const isEditing = useSignal(false);
  const isSure = useSignal(false);
  const isOpen = row.state !== 'delivered' && row.state !== 'sending' && row.state !== 'checking';
  return (
    <li class="entry">
      <div class="entry-head">
        <p class="row-name clip" dir="auto">
          {row.personName}
        </p>
        <span class={`entry-state ${row.state}`}>{stateWords(row)}</span>
      </div>
      <p class="soft clip">
        {[row.disposition, row.sentiment, durationWords(row.durationSeconds)].filter((part) => part !== '').join(' · ')}
      </p>
      <p class="soft">{dateTimeWords(row.calledAt)}</p>
      <EntryReason row={row} />
      {isEditing.value ? (
        <EntryEditor
          row={row}
          onClose={() => {
            isEditing.value = false;
          }}
        />
      ) : (
        <div class="entry-actions">
          {row.state === 'held' && (
            <Button icon="undo" onClick={onUndo}>
              {text('undo')}
            </Button>
          )}
          {isOpen && row.state !== 'held' && <Button onClick={() => void outbox.retry(row.entryId)}>{text('retryNow')}</Button>}
          {row.reason?.code === 'completed-elsewhere' && (
            <Button onClick={() => void outbox.logWithoutCompleting(row.entryId)}>{text('logWithoutCompleting')}</Button>
          )}
          {isOpen && (
            <Button
              onClick={() => {
                isEditing.value = true;
              }}
            >
              {text('edit')}
            </Button>
          )}
          <Button onClick={() => void copy(asText(row))}>{text('copy')}</Button>
          {isOpen && !isSure.value && (
            <Button
              look="quiet"
              onClick={() => {
                isSure.value = true;
              }}
            >
              {text('discard')}
            </Button>
          )}
        </div>
      )}
      {isSure.value && (
        <div class="entry-sure" role="group" aria-label={text('discardSure')}>
          <p>{text('discardSure')}</p>
          <Button look="stop" onClick={() => void outbox.discard(row.entryId, '')}>
            {text('discardForGood')}
          </Button>
          <Button
            onClick={() => {
              isSure.value = false;
            }}
          >
            {text('keep')}
          </Button>
        </div>
      )}
    </li>
  );
}

function EntryReason({ row }: { readonly row: OutboxRow }) {
  if (row.state === 'delivered') {
    const { receipt } = row;
    return receipt ? <p class="good">{text('receipt', receipt.loggedCallId, timeWords(receipt.loggedAt))}</p> : null;
  }
  return (
    <>
      {row.reason && <p>{errorText(row.reason.code, row.reason.words)}</p>}
      {row.state === 'checking' && <p class="soft">{text('checkingWithSalesloft')}</p>}
      {row.nextTryAt > 0 && <p class="soft">{text('nextTry', timeWords(row.nextTryAt))}</p>}
    </>
  );
}

function EntryEditor({ row, onClose }: { readonly row: OutboxRow; readonly onClose: () => void }) {
  const { outbox } = useStores();
  const draft = useSignal<WrapUpDraft>({ disposition: row.disposition, sentiment: row.sentiment, notes: row.notes });
  const missing = useSignal<readonly MissingField[]>([]);
  return (
    <div class="entry-editor">
      <WrapUpFields
        draft={draft.value}
        missing={missing.value}
        onChange={(part) => {
          draft.value = { ...draft.value, ...part };
        }}
        onLeave={() => undefined}
      />
      <div class="entry-actions">
        <Button
          look="primary"
          onClick={() =>
            void outbox.edit(row.entryId, draft.value).then((fields) => {
              missing.value = fields ?? [];
              if (fields?.length === 0) onClose();
            })
          }
        >
          {text('sendAgain')}
        </Button>
        <Button onClick={onClose}>{text('cancel')}</Button>
      </div>
    </div>
  );
}

export function stateWords(row: OutboxRow): string {
  switch (row.state) {
    case 'held':
      return text('state_held');
    case 'waiting':
      return text('state_waiting');
    case 'sending':
    case 'checking':
      return text('state_sending');
    case 'retry':
      return text('state_retry', row.retry, row.retries);
    case 'needsSignIn':
      return text('state_needsSignIn');
    case 'needsAttention':
      return text('state_needsAttention');
    case 'delivered':
      return text('state_delivered');
  }
}

function asText(row: OutboxRow): string {
  const lines = [row.personName, row.to, dateTimeWords(row.calledAt), durationWords(row.durationSeconds)];
  return [...lines, row.disposition, row.sentiment, row.notes].filter((line) => line !== '').join('\n');
}
