import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { OutboxRow } from '@/lib/domain/outbox-row';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/context';
import { Button } from '@/components/ui/Button';
import { asLines } from './entry-words';

/** What the rep may decide about an entry. */
export function EntryActions(props: { readonly row: OutboxRow; readonly onUndo: () => void; readonly onEdit: () => void }) {
  const { outbox, notices, copy } = useStores();
  const { row } = props;
  const isSure = useSignal(false);
  const discard = useRef<HTMLButtonElement>(null);
  const isOpen = row.state !== 'delivered' && row.state !== 'sending' && row.state !== 'checking';
  const take = async (): Promise<void> => {
    if (await copy(asLines(row))) notices.say(text('copied'));
    else notices.warn(text('copyFailed'));
  };
  return (
    <>
      <div class="entry-actions">
        {row.state === 'held' && (
          <Button icon="undo" onClick={props.onUndo}>
            {text('undo')}
          </Button>
        )}
        {isOpen && row.state !== 'held' && (
          <Button onClick={() => void outbox.retry(row.entryId)}>{text('retryNow')}</Button>
        )}
        {row.reason?.code === 'completed-elsewhere' && isOpen && (
          <Button onClick={() => void outbox.logWithoutCompleting(row.entryId)}>{text('logWithoutCompleting')}</Button>
        )}
        {isOpen && <Button onClick={props.onEdit}>{text('edit')}</Button>}
        <Button onClick={() => void take()}>{text('copy')}</Button>
        {isOpen && (
          <Button
            look="quiet"
            buttonRef={discard}
            isExpanded={isSure.value}
            onClick={() => {
              isSure.value = true;
            }}
          >
            {text('discard')}
          </Button>
        )}
      </div>
      {isOpen && isSure.value && (
        <DiscardQuestion
          onDiscard={() => void outbox.discard(row.entryId, '')}
          onKeep={() => {
            isSure.value = false;
            discard.current?.focus();
          }}
        />
      )}
    </>
  );
}

/** A log given up is the one thing here that cannot be had back. */
function DiscardQuestion({ onDiscard, onKeep }: { readonly onDiscard: () => void; readonly onKeep: () => void }) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div class="entry-sure" role="group" aria-label={text('discardSure')}>
      <p>{text('discardSure')}</p>
      <Button look="stop" onClick={onDiscard}>
        {text('discardForGood')}
      </Button>
      <Button buttonRef={keep} onClick={onKeep}>
        {text('keep')}
      </Button>
    </div>
  );
}
