import { text, type MessageKey } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import type { OutboxGroupStore } from '@/lib/view/outbox/outbox-group';
import { Button } from '@/components/ui/Button';
import { Icon, type IconName } from '@/components/ui/Icon';

/** As in outbox.css. */
export const HEADING_HEIGHT = 48;

const HEADINGS: Readonly<Record<OutboxGroupStore['group'], { readonly words: MessageKey; readonly icon: IconName }>> = {
  needsAttention: { words: 'state_needsAttention', icon: 'alert' },
  waiting: { words: 'onTheirWay', icon: 'clock' },
  delivered: { words: 'deliveredToday', icon: 'check' },
};

/** Beyond it the number was not counted. */
const COUNTED = 999;

/** The group's name and how many are in it; what has been delivered can be folded away. */
export function GroupHeading(props: {
  readonly store: OutboxGroupStore;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const { outbox } = useStores();
  const { group, total } = props.store;
  const { words, icon } = HEADINGS[group];
  const count = total.value > COUNTED ? text('moreThan', COUNTED) : String(total.value);
  const name = (
    <>
      <Icon name={icon} />
      <span>{text(words)}</span>
      <span class="entries-count">{count}</span>
    </>
  );
  return (
    <div class={`entries-heading ${group}`}>
      <h2 id={`heading-${group}`}>
        {group === 'delivered' ? (
          <button type="button" class="fold" aria-expanded={props.isOpen} onClick={props.onToggle}>
            {name}
          </button>
        ) : (
          name
        )}
      </h2>
      {group === 'needsAttention' && total.value > 1 && (
        <Button icon="refresh" onClick={() => void outbox.retryAll()}>
          {text('retryAll')}
        </Button>
      )}
    </div>
  );
}
