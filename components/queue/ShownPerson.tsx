import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ShownPerson as Shown } from '@/lib/domain/queue/shown-person';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { numberWords, undialableWords } from '@/lib/view/call/number-words';
import { markOf } from '@/lib/view/guards/guard-words';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { isFocusFree, useUnhurried } from '@/components/ui/unhurried';
import './person.css';

/** The person whom Salesloft's page shows: to be called by one press, on the list or not. */
export function ShownPerson({ shown }: { readonly shown: Shown }) {
  const stores = useStores();
  const { work } = shown;
  const { person } = work;
  const callButton = useRef<HTMLButtonElement>(null);
  const chosen = useSignal<string | undefined>(shown.number);
  const dialable = person.numbers.filter(({ e164 }) => e164 !== undefined);
  const number = dialable.find(({ e164 }) => e164 === chosen.value) ?? dialable[0];
  const [written] = person.numbers;
  const mark = markOf(person, stores.settings.value);
  const name = person.name === '' ? text('personHidden') : person.name;
  const unhurried = useUnhurried(`${work.workId} ${number?.e164 ?? ''}`);
  useEffect(() => {
    if (shown.chosenAt === 0) return;
    chosen.value = shown.number;
    // The rep pressed Call on the page: one more press here, and it rings. But the page's word moves nobody's hands.
    if (isFocusFree()) callButton.current?.focus();
  }, [shown.chosenAt, shown.number, chosen]);
  return (
    <section class="shown-person" aria-label={text('shownHeading')}>
      <div class="shown-head">
        <div class="shown-words">
          <p class="soft">{text('shownHeading')}</p>
          <h2 class="clip" dir="auto" title={name}>
            {name}
          </h2>
        </div>
        <Button
          look="quiet"
          icon="open"
          label={text('openPersonInSalesloft', name)}
          onClick={() => stores.openPerson(person.personId)}
        />
        <Button look="quiet" icon="close" label={text('close')} onClick={stores.shown.close} />
      </div>
      <p class="soft clip" dir="auto">
        {[person.title, person.company].filter((part) => part !== '').join(' · ')}
      </p>
      <p class="soft" dir="auto">
        {shown.isDue
          ? text('shownDue', [work.cadenceName, work.stepName].filter((part) => part !== '').join(' · '))
          : text('shownNotDue')}
      </p>
      {mark && (
        <p class="row-mark">
          <Icon name="stop" />
          {text(mark.kind)}
        </p>
      )}
      {number === undefined && <p>{written ? undialableWords(written) : text('shownNoNumber')}</p>}
      {dialable.length > 1 && (
        <select
          class="input"
          dir="ltr"
          aria-label={text('shownNumber')}
          value={number?.e164}
          onChange={(event) => {
            chosen.value = event.currentTarget.value;
          }}
        >
          {dialable.map((one) => (
            <option key={one.e164} value={one.e164}>
              {numberWords(one)}
            </option>
          ))}
        </select>
      )}
      <div class="shown-actions">
        {number && mark?.isBarred !== true && (
          <span
            class="shown-call"
            {...unhurried}
            onPointerEnter={() => stores.dialer.prefetchGuards(work)}
            onFocusIn={() => stores.dialer.prefetchGuards(work)}
          >
            <Button
              look="primary"
              icon="phone"
              buttonRef={callButton}
              onClick={() => void stores.dialer.place(work, number)}
            >
              {text('callPerson', name)}
            </Button>
          </span>
        )}
        <Button isPressed={stores.shown.isKept.value} onClick={stores.shown.toggleStay}>
          {text('shownStay')}
        </Button>
      </div>
      {number && dialable.length === 1 && <p class="soft numbers">{numberWords(number)}</p>}
    </section>
  );
}
