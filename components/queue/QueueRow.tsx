import { useSignal, type Signal } from '@preact/signals';
import type { DueWork, PersonNumber } from '@/lib/domain/due-work';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/context';
import { clockWords, isNight, overdueWords, timeWords } from '@/lib/view/words';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';

/** One thing to call. Its height is fixed: the list counts on it. */
export function QueueRow({ work, place, count }: { readonly work: DueWork; readonly place: number; readonly count: number }) {
  const { clock } = useStores();
  const now = clock.minute.value;
  const there = clockWords(now, work.timeZone);
  const dialable = work.numbers.filter((number) => number.e164 !== undefined);
  const chosen = useSignal(0);
  const name = work.name === '' ? text('personHidden') : work.name;
  return (
    <li class="row" aria-setsize={count} aria-posinset={place}>
      <div class="row-words">
        <p class="row-name clip" dir="auto" title={name}>
          {name}
        </p>
        <p class="soft clip" dir="auto" title={titleLine(work)}>
          {titleLine(work)}
        </p>
        <p class="soft clip" dir="auto" title={stepLine(work)}>
          {stepLine(work)}
        </p>
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
            <span class={isNight(now, work.timeZone) ? 'night' : 'soft'}>
              {isNight(now, work.timeZone) && <Icon name="moon" />}
              {text('timeThere', there)}
            </span>
          )}
        </p>
        <RowNumber work={work} name={name} dialable={dialable} chosen={chosen} />
      </div>
      <div class="row-call">
        <RowButton work={work} name={name} number={dialable[chosen.value] ?? dialable[0]} />
      </div>
    </li>
  );
}

/** The number, or why there is none to call. */
function RowNumber(props: {
  readonly work: DueWork;
  readonly name: string;
  readonly dialable: readonly PersonNumber[];
  readonly chosen: Signal<number>;
}) {
  const { work, name, dialable, chosen } = props;
  if (work.doNotContact || work.callRestricted) {
    return (
      <p class="row-number row-reason">
        <Icon name="stop" />
        {text(work.doNotContact ? 'doNotContact' : 'callRestricted')}
      </p>
    );
  }
  if (dialable.length === 0) {
    const raw = work.numbers[0]?.raw;
    return <p class="row-number soft clip">{raw === undefined ? text('noNumber') : text('numberUndialable', raw)}</p>;
  }
  if (dialable.length === 1) return <p class="row-number soft numbers">{dialable[0]?.display}</p>;
  return (
    <select
      class="row-number number-choice"
      aria-label={text('numberOf', name)}
      value={String(chosen.value)}
      onChange={(event) => {
        chosen.value = Number(event.currentTarget.value);
      }}
    >
      {dialable.map((one, index) => (
        <option key={one.kind} value={String(index)}>
          {text('numberOfKind', text(`numberKind_${one.kind}`), one.display)}
        </option>
      ))}
    </select>
  );
}

function RowButton(props: { readonly work: DueWork; readonly name: string; readonly number: PersonNumber | undefined }) {
  const { dialer, openPerson } = useStores();
  const { work, name, number } = props;
  const isBarred = work.doNotContact || work.callRestricted;
  if (!number && !isBarred) {
    return (
      <Button look="quiet" icon="open" label={text('openPersonInSalesloft', name)} onClick={() => openPerson(work.personId)} />
    );
  }
  return (
    <Button
      label={text('callPerson', name)}
      icon="phone"
      isDisabled={isBarred || dialer.isAsking.value}
      onClick={() => void (number && dialer.place(work, number))}
    />
  );
}

function titleLine(work: DueWork): string {
  return [work.title, work.company].filter((part) => part !== '').join(' · ');
}

function stepLine(work: DueWork): string {
  return [work.cadenceName, work.stepName].filter((part) => part !== '').join(' · ');
}
