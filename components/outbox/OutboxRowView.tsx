import { whenUsed } from '@/components/ui/when-used';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { durationWords, whenWords } from '@/lib/view/core/time-words';
import { Icon } from '@/components/ui/Icon';
import { EntryActions } from './EntryActions';
import { EntryReason } from './EntryReason';
import { isEditable, stateIcon, stateWords } from './entry-words';
import { focusEntry } from './focus-entry';
import type { RowHeights } from './row-heights';
import './entry.css';

/** Opened for the few logs that were refused. */
const EntryEditor = whenUsed(async () => (await import('./EntryEditor')).EntryEditor);

/** One log. It stands at `top` in its group and tells its height, so that rows out of sight need not be drawn. */
export function OutboxRowView(props: {
  readonly row: OutboxRow;
  readonly top: number;
  readonly place: number;
  readonly count: number;
  readonly isTabStop: boolean;
  readonly heights: RowHeights;
  readonly onUndo: (row: OutboxRow) => void;
}) {
  const { clock, outbox } = useStores();
  const { row, heights, isTabStop } = props;
  const entry = useRef<HTMLLIElement>(null);
  // What is on its way cannot be changed; what was written waits for it to come back.
  const draft = isEditable(row) ? outbox.editing.drafts.value.get(row.entryId) : undefined;
  useLayoutEffect(() => {
    const element = entry.current;
    if (!element) return undefined;
    const measure = new ResizeObserver(() => heights.note(row, element));
    heights.note(row, element);
    measure.observe(element);
    return () => measure.disconnect();
  }, [row, heights]);
  // A row that goes away with the focus in it hands it to the next.
  useLayoutEffect(() => {
    const element = entry.current;
    return () => {
      if (element?.contains(document.activeElement))
        focusEntry(element.nextElementSibling ?? element.previousElementSibling);
    };
  }, []);
  const name = row.personName === '' ? text('personHidden') : row.personName;
  return (
    <li
      class="entry"
      ref={entry}
      style={{ top: `${props.top}px` }}
      aria-setsize={props.count}
      aria-posinset={props.place}
      onFocusIn={() => {
        outbox.current.value = row.entryId;
      }}
    >
      <div class="entry-head">
        <p class="row-name clip" dir="auto" title={name}>
          {name}
        </p>
        <span class={`entry-state ${row.state}`}>
          <Icon name={stateIcon(row)} />
          {stateWords(row)}
        </span>
      </div>
      <p class="soft clip" dir="auto">
        {[row.disposition, row.sentiment].filter((part) => part !== '').join(' · ')}
      </p>
      <p class="soft numbers">
        {[row.to, whenWords(row.calledAt, clock.minute.value), durationWords(row.durationSeconds)].join(' · ')}
      </p>
      <EntryReason row={row} />
      {draft ? (
        <EntryEditor row={row} draft={draft} onClosed={() => requestAnimationFrame(() => focusEntry(entry.current))} />
      ) : (
        <EntryActions row={row} name={name} isTabStop={isTabStop} onUndo={() => props.onUndo(row)} />
      )}
    </li>
  );
}
