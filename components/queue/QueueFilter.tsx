import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { QueueAge } from './QueueAge';

export function QueueFilter() {
  const { queue } = useStores();
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
      <Button look="quiet" icon="refresh" label={text('refresh')} onClick={() => void queue.read('asked')} />
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
      <QueueAge />
    </div>
  );
}
