import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Button } from '@/components/ui/Button';
import { OutboxFilterFields } from './OutboxFilterFields';
import { OutboxList, type ShownGroup } from './OutboxList';
import { PauseWords } from './PauseWords';
import './outbox.css';

/** From so many on, looking for one is quicker than scrolling. */
const MANY = 20;

/** What is on its way, what needs the rep, and what has arrived; `children` stand below it. */
export function OutboxScreen(props: {
  readonly onUndo: (row: OutboxRow) => void;
  readonly children?: ComponentChildren;
}) {
  const { outbox } = useStores();
  const { needsAttentionGroup, waitingGroup, deliveredGroup, filter } = outbox;
  /** Undefined until the rep has folded or unfolded it: it is folded while something else is there to see. */
  const isUnfolded = useSignal<boolean | undefined>(undefined);
  const isFiltered = filter.value.words !== '' || filter.value.state !== 'any';
  const isDeliveredOpen = isFiltered || (isUnfolded.value ?? outbox.unsent.value === 0);
  const groups: readonly ShownGroup[] = [needsAttentionGroup, waitingGroup, deliveredGroup]
    .map((store) => ({ store, isOpen: store !== deliveredGroup || isDeliveredOpen }))
    .filter(({ store }) => store.total.value > 0 || (isFiltered && !store.isWhole.value));
  const hasMany = outbox.unsent.value + outbox.deliveredToday.value > MANY;
  return (
    <div class="outbox">
      {(hasMany || isFiltered) && <OutboxFilterFields />}
      <PauseWords />
      {groups.length > 0 ? (
        <OutboxList
          groups={groups}
          onToggle={() => {
            isUnfolded.value = !isDeliveredOpen;
          }}
          onUndo={props.onUndo}
        />
      ) : (
        <div class="empty outbox-empty">
          <p class="empty-title">{text(isFiltered ? 'outboxNoMatches' : 'outboxEmpty')}</p>
          <p class="soft">{text(isFiltered ? 'outboxNoMatchesHint' : 'outboxEmptyHint')}</p>
          {isFiltered && (
            <Button onClick={() => outbox.find({ words: '', state: 'any' })}>{text('clearFilter')}</Button>
          )}
        </div>
      )}
      {props.children}
    </div>
  );
}
