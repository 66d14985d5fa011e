import type { ComponentChildren } from 'preact';
import { errorText } from '@/lib/text/error-text';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { NothingToShow } from './NothingToShow';
import { QueueFilter } from './QueueFilter';
import { QueueList } from './QueueList';
import './queue.css';

/** The list with its filter; `children` stand between the two. */
export function QueueScreen({ children }: { readonly children?: ComponentChildren }) {
  const { queue, isOnline } = useStores();
  const failure = queue.queue.value?.state === 'failed' ? queue.queue.value.failure : undefined;
  const overdue = queue.overdue.value;
  const today = queue.today.value;
  const hasRows = overdue.length + today.length > 0;
  // The offline banner has said it, and the list is there.
  const isTold = failure === 'offline' && !isOnline.value && hasRows;
  return (
    <div class="queue">
      <QueueFilter />
      {children}
      {failure !== undefined && !isTold && (
        <div class="queue-trouble">
          <Banner
            tone="bad"
            role="note"
            actions={<Button onClick={() => void queue.read('asked')}>{text('tryAgain')}</Button>}
          >
            {errorText(failure)}
          </Banner>
        </div>
      )}
      {queue.queue.value?.isCut === true && (
        <p class="queue-trouble soft">{text('listIsCut', queue.rows.value.length)}</p>
      )}
      {hasRows ? (
        <QueueList
          groups={[
            { id: 'overdue', heading: text('overdue'), isOverdue: true, rows: overdue },
            { id: 'today', heading: text('dueToday'), isOverdue: false, rows: today },
          ]}
        />
      ) : (
        <NothingToShow />
      )}
    </div>
  );
}
