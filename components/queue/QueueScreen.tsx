import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { errorText } from '@/lib/text/error-text';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/context';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { QueueFilter } from './QueueFilter';
import { QueueList } from './QueueList';
import './queue.css';

/** After this long the slow step is named. */
const SLOW_MS = 4_000;

export function QueueScreen() {
  const { queue } = useStores();
  const snapshot = queue.queue.value;
  const overdue = queue.overdue.value;
  const today = queue.today.value;
  return (
    <div class="queue">
      <QueueFilter />
      {snapshot?.state === 'failed' && snapshot.failure !== undefined && (
        <div class="queue-trouble">
          <Banner
            tone="bad"
            role="note"
            actions={<Button onClick={() => void queue.read('asked')}>{text('tryAgain')}</Button>}
          >
            {errorText(snapshot.failure)}
          </Banner>
        </div>
      )}
      {overdue.length + today.length > 0 ? (
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

function NothingToShow() {
  const { queue } = useStores();
  const snapshot = queue.queue.value;
  if (queue.isFiltered.value && queue.rows.value.length > 0) {
    return (
      <div class="empty">
        <p class="empty-title">{text('noMatches')}</p>
        <p class="soft">{text('noMatchesHint')}</p>
        <Button onClick={queue.clearFilter}>{text('clearFilter')}</Button>
      </div>
    );
  }
  if (snapshot?.state === 'failed') return null;
  if (snapshot === undefined || snapshot.state === 'loading') return <LoadingRows />;
  return (
    <div class="empty">
      <p class="empty-title">{text('noCallsDue')}</p>
      <p class="soft">{text('noCallsDueHint')}</p>
      <Button icon="refresh" onClick={() => void queue.read('asked')}>
        {text('checkAgain')}
      </Button>
    </div>
  );
}

function LoadingRows() {
  const { queue } = useStores();
  const isSlow = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      isSlow.value = true;
    }, SLOW_MS);
    return () => clearTimeout(timer);
  }, [isSlow]);
  const step = queue.queue.value?.step ?? 'due-work';
  return (
    <div class="loading" aria-busy="true">
      {isSlow.value && (
        <p class="soft" role="note">
          {text(`slow_${step === 'due-work' || step === 'none' ? 'work' : step}`)}
        </p>
      )}
      {[0, 1, 2, 3, 4].map((row) => (
        <div class="loading-row" key={row}>
          <div class="skeleton" />
          <div class="skeleton" />
        </div>
      ))}
    </div>
  );
}
