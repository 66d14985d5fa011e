import type { Signal } from '@preact/signals';
import type { PersonNumber } from '@/lib/domain/call/person';
import type { DueWork } from '@/lib/domain/queue/due-work';
import { text } from '@/lib/text/text';
import { numberWords, undialableWords } from '@/lib/view/call/number-words';

/** The number to call, which of several, or why there is none. */
export function RowNumber(props: {
  readonly work: DueWork;
  readonly name: string;
  readonly dialable: readonly PersonNumber[];
  /** The chosen number itself: a list read again may have them in another order. */
  readonly chosen: Signal<string>;
  readonly isTabStop: boolean;
}) {
  const { work, name, dialable, chosen } = props;
  if (dialable.length === 0) {
    const first =
      work.person.numbers.find(({ isCountryUnknown }) => isCountryUnknown === true) ?? work.person.numbers[0];
    const words = first === undefined ? text('noNumber') : undialableWords(first);
    return (
      <span class="soft clip" title={words}>
        {words}
      </span>
    );
  }
  const [only] = dialable;
  if (only && dialable.length === 1)
    return (
      <span class="soft numbers clip" title={numberWords(only)}>
        {numberWords(only)}
      </span>
    );
  return (
    <select
      class="number-choice numbers"
      aria-label={text('numberOf', name)}
      tabIndex={props.isTabStop ? 0 : -1}
      value={dialable.find((one) => one.e164 === chosen.value)?.e164 ?? dialable[0]?.e164 ?? ''}
      onChange={(event) => {
        chosen.value = event.currentTarget.value;
      }}
    >
      {dialable.map((one) => (
        <option key={one.e164} value={one.e164}>
          {text('numberOfKind', text(`numberKind_${one.kind}`), numberWords(one))}
        </option>
      ))}
    </select>
  );
}
