import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Button } from '@/components/ui/Button';
import { DiscardQuestion } from './DiscardQuestion';
import { asLines } from './entry-lines';
import { isEditable } from './entry-words';

/** What the rep may decide about an entry. */
export function EntryActions(props: {
  readonly row: OutboxRow;
  readonly name: string;
  /** The list has one tab stop; the actions of the other rows are reached from it. */
  readonly isTabStop: boolean;
  readonly onUndo: () => void;
}) {
  const { outbox, notices, copy } = useStores();
  const { row, isTabStop } = props;
  const isSure = useSignal(false);
  const discard = useRef<HTMLButtonElement>(null);
  const isOpen = isEditable(row);
  const take = async (): Promise<void> => {
    const notes = await outbox.editing.readNotes(row);
    if (notes === undefined) return;
    if (await copy(asLines({ ...row, notes }))) notices.say(text('copied'));
    else notices.warn(text('copyFailed'));
  };
  return (
    <>
      <div class="entry-actions">
        {row.state === 'held' && (
          <Button icon="undo" isTabStop={isTabStop} onClick={props.onUndo}>
            {text('undo')}
          </Button>
        )}
        {row.reason?.code === 'completed-elsewhere' && isOpen && (
          <Button isTabStop={isTabStop} onClick={() => void outbox.logWithoutCompleting(row.entryId)}>
            {text('logWithoutCompleting')}
          </Button>
        )}
        {isOpen && row.state !== 'held' && !row.isOfOther && (
          <Button isTabStop={isTabStop} onClick={() => void outbox.retry(row.entryId)}>
            {text('retryNow')}
          </Button>
        )}
        {isOpen && (
          <Button
            isTabStop={isTabStop}
            isBusy={outbox.editing.opening.value === row.entryId}
            onClick={() => void outbox.editing.open(row)}
          >
            {text('edit')}
          </Button>
        )}
        <Button isTabStop={isTabStop} onClick={() => void take()}>
          {text('copy')}
        </Button>
        {isOpen && (
          <Button
            look="quiet"
            buttonRef={discard}
            isTabStop={isTabStop}
            isExpanded={isSure.value}
            onClick={() => {
              isSure.value = !isSure.value;
            }}
          >
            {text('discard')}
          </Button>
        )}
      </div>
      {isOpen && isSure.value && (
        <DiscardQuestion
          name={props.name}
          calledAt={row.calledAt}
          onDiscard={(why) => void outbox.discard(row.entryId, why)}
          onKeep={() => {
            isSure.value = false;
            discard.current?.focus();
          }}
        />
      )}
    </>
  );
}
