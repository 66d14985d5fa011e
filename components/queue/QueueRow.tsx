import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { PersonNumber } from '@/lib/domain/call/person';
import type { DueWork } from '@/lib/domain/queue/due-work';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { markOf, type ContactMark } from '@/lib/view/guards/guard-words';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { RowFacts } from './RowFacts';
import { RowNumber } from './RowNumber';

/** One thing to call. Its height is fixed: the list counts on it. */
export function QueueRow(props: {
  readonly work: DueWork;
  readonly place: number;
  readonly count: number;
  /** The list has one tab stop; the other rows are reached from it. */
  readonly isTabStop: boolean;
}) {
  const { dialer, queue, settings } = useStores();
  const { work, isTabStop } = props;
  const chosen = useSignal('');
  const id = useId();
  const { person } = work;
  const name = person.name === '' ? text('personHidden') : person.name;
  const dialable = person.numbers.filter((number) => number.e164 !== undefined);
  const number = dialable.find((one) => one.e164 === chosen.value) ?? dialable[0];
  const mark = markOf(person, settings.value);
  return (
    <li
      class="row"
      data-work={work.workId}
      aria-setsize={props.count}
      aria-posinset={props.place}
      onFocusIn={() => {
        queue.current.value = work.workId;
      }}
    >
      <div class="row-words">
        <p class="row-name clip" dir="auto" title={name}>
          {name}
        </p>
        <Line words={[person.title, person.company]} />
        <Line words={[work.cadenceName, work.stepName]} />
        <RowFacts work={work} />
        <div class="row-number" id={`${id}-number`}>
          {mark && <MarkWords mark={mark} />}
          {mark?.isBarred !== true && (
            <RowNumber work={work} name={name} dialable={dialable} chosen={chosen} isTabStop={isTabStop} />
          )}
        </div>
      </div>
      <div
        class="row-call"
        onPointerEnter={() => dialer.prefetchGuards(work)}
        onFocusIn={() => dialer.prefetchGuards(work)}
      >
        <RowButton
          work={work}
          name={name}
          number={number}
          isBarred={mark?.isBarred ?? false}
          isTabStop={isTabStop}
          describedBy={`${id}-number`}
        />
      </div>
    </li>
  );
}

function Line({ words }: { readonly words: readonly string[] }) {
  const line = words.filter((part) => part !== '').join(' · ');
  return (
    <p class="soft clip" dir="auto" title={line}>
      {line}
    </p>
  );
}

function MarkWords({ mark }: { readonly mark: ContactMark }) {
  return (
    <span class="row-mark">
      <Icon name="stop" />
      {text(mark.kind)}
    </span>
  );
}

function RowButton(props: {
  readonly work: DueWork;
  readonly name: string;
  readonly number: PersonNumber | undefined;
  readonly isBarred: boolean;
  readonly isTabStop: boolean;
  readonly describedBy: string;
}) {
  const { dialer, queue, openPerson } = useStores();
  const { work, name, number, isBarred, isTabStop } = props;
  if (!number && !isBarred) {
    return (
      <Button
        look="quiet"
        icon="open"
        label={text('openPersonInSalesloft', name)}
        isTabStop={isTabStop}
        onClick={() => openPerson(work.person.personId)}
      />
    );
  }
  return (
    <Button
      label={text('callPerson', name)}
      icon="phone"
      isDisabled={isBarred}
      isTabStop={isTabStop}
      describedBy={props.describedBy}
      onClick={() => {
        if (!number) return;
        queue.moveOn(work.workId);
        void dialer.place(work, number);
      }}
    />
  );
}
