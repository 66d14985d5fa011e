import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { ROW_STATES, type OutboxFilter } from '@/lib/domain/outbox/outbox-row';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Icon } from '@/components/ui/Icon';

/** Looking through thousands is the worker's work: it is asked at a pause in typing. */
const PAUSE_MS = 200;

/** `checking` is shown as Sending, and a retry in its number: what can be chosen are the words on the rows. */
const STATES = ROW_STATES.filter((state) => state !== 'checking');

export function OutboxFilterFields() {
  const { outbox } = useStores();
  const typed = useSignal(outbox.filter.value.words);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useSignalEffect(() => {
    // "Clear filter" empties the field too.
    if (outbox.filter.value.words === '' && typed.peek().trim() !== '' && timer.current === undefined) typed.value = '';
  });
  return (
    <div class="outbox-filter">
      <div class="search">
        <Icon name="search" />
        <input
          class="input"
          type="search"
          aria-label={text('searchOutbox')}
          placeholder={text('searchOutboxFor')}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            clearTimeout(timer.current);
            timer.current = setTimeout(() => {
              timer.current = undefined;
              outbox.find({ words: typed.peek() });
            }, PAUSE_MS);
          }}
        />
      </div>
      <select
        class="input"
        aria-label={text('outboxState')}
        value={outbox.filter.value.state}
        onChange={(event) => {
          outbox.find({ state: event.currentTarget.value as OutboxFilter['state'] });
        }}
      >
        <option value="any">{text('anyState')}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {text(state === 'retry' ? 'stateRetrying' : `state_${state}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
