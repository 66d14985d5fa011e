import type { DueWork, PersonNumber } from '@/lib/domain/due-work';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/context';
import { clockWords, isNight, overdueWords, timeWords } from '@/lib/view/words';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { useSignal } from '@preact/signals';

/** One thing to call. Its height is fixed: the list counts on it. */
export function QueueRow({ work, place, count }: { readonly work: DueWork; readonly place: number; readonly count: number }) {
  const { clock } = useStores();
  const now = clock.minute.value;
  const there = clockWords(now, work.timeZone);
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
      </div>
      <RowCall work={work} name={name} />
    </li>
  );
}

function RowCall({ work, name }: { readonly work: DueWork; readonly name: string }) {
  const { dialer, openPerson } = useStores();
  const dialable = work.numbers.filter((number) => number.e164 !== undefined);
  const chosen = useSignal(0);
  const number: PersonNumber | undefined = dialable[chosen.value] ?? dialable[0];
  if (work.doNotContact || work.callRestricted) {
    return (
      <div class="row-call">
        <Button label={text('callPerson', name)} icon="phone" isDisabled onClick={() => undefined} />
        <p class="row-reason">
          <Icon name="stop" />
          {text(work.doNotContact ? 'doNotContact' : 'callRestricted')}
        </p>
      </div>
    );
  }
  if (!number) {
    const raw = work.numbers[0]?.raw;
    return (
      <div class="row-call">
        <p class="row-reason" title={raw}>
          {raw === undefined ? text('noNumber') : text('numberUndialable')}
        </p>
        <Button look="quiet" onClick={() => openPerson(work.personId)}>
          {text('openInSalesloft')}
        </Button>
      </div>
    );
  }
  return (
    <div class="row-call">
      <Button
        label={text('callPerson', name)}
        icon="phone"
        isDisabled={dialer.isAsking.value}
        onClick={() => void dialer.place(work, number)}
      />
      {dialable.length > 1 ? (
        <select
          class="number-choice"
          aria-label={text('numberOf', name)}
          value={String(chosen.value)}
          onChange={(event) => {
            chosen.value = Number(event.currentTarget.value);
          }}
        >
          {dialable.map((one, index) => (
            <option key={one.kind} value={String(index)}>
              {`${text(`numberKind_${one.kind}`)} ${one.display}`}
            </option>
          ))}
        </select>
      ) : (
        <p class="soft row-number numbers">{number.display}</p>
      )}
    </div>
  );
}

function titleLine(work: DueWork): string {
  return [work.title, work.company].filter((part) => part !== '').join(' · ');
}

function stepLine(work: DueWork): string {
  return [work.cadenceName, work.stepName].filter((part) => part !== '').join(' · ');
}
