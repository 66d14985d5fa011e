import { zoneOf } from '@/lib/domain/call/person';
import type { DueWork } from '@/lib/domain/queue/due-work';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { clockWords, nightThere, overdueWords, timeWords } from '@/lib/view/core/time-words';
import { Icon } from '@/components/ui/Icon';

const TIME_KEYS = { early: 'timeThereEarly', late: 'timeThereLate' } as const;

/** How late it is, here and there. */
export function RowFacts({ work }: { readonly work: DueWork }) {
  const { clock } = useStores();
  const now = clock.minute.value;
  const zone = zoneOf(work.person);
  const there = clockWords(now, zone);
  const night = nightThere(now, zone);
  return (
    <p class="row-facts">
      {work.isOverdue ? (
        <span class="overdue">
          <Icon name="clock" />
          {overdueWords(work.dueAt, now)}
        </span>
      ) : (
        work.source.kind === 'action' && <span class="soft">{text('dueAt', timeWords(work.dueAt))}</span>
      )}
      {there !== '' && (
        <span class={`clip ${night ? 'night' : 'soft'}`} title={night && text('nightThere')}>
          {night && <Icon name="moon" />}
          {text(night ? TIME_KEYS[night] : 'timeThere', there)}
        </span>
      )}
    </p>
  );
}
