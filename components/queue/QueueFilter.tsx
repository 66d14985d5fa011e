import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/context';
import { agoWords } from '@/lib/view/words';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';

export function QueueFilter() {
  const { queue, clock } = useStores();
  const snapshot = queue.queue.value;
  const isLoading = snapshot?.state === 'loading';
  const readAt = snapshot?.readAt ?? 0;
  return (
    <div class="queue-filter">
      <select
        class="input"
        aria-label={text('cadence')}
        value={queue.cadence.value}
        onChange={(event) => {
          queue.cadence.value = event.currentTarget.value;
        }}
      >
        <option value="">{text('allCadences')}</option>
        {queue.cadences.value.map((cadence) => (
          <option key={cadence.id} value={cadence.id}>
            {cadence.count > 0 ? text('cadenceWithCount', cadence.name, cadence.count) : cadence.name}
          </option>
        ))}
      </select>
      <div class="search">
        <Icon name="search" />
        <input
          class="input"
          type="search"
          aria-label={text('searchOrDial')}
          placeholder={text('searchOrDial')}
          value={queue.search.value}
          onInput={(event) => {
            queue.search.value = event.currentTarget.value;
          }}
        />
      </div>
      <div class="queue-age soft">
        <span>{isLoading ? text('updating') : readAt > 0 ? agoWords(readAt, clock.second.value) : ''}</span>
        <Button look="quiet" icon="refresh" label={text('refresh')} isDisabled={isLoading} onClick={() => void queue.read('asked')} />
      </div>
    </div>
  );
}
