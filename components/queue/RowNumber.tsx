import type { Signal } from '@preact/signals';
import type { DueWork, PersonNumber } from '@/lib/domain/queue/due-work';
import { text } from '@/lib/text/text';

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
    const raw = work.numbers[0]?.raw;
    const words = raw === undefined ? text('noNumber') : text('numberUndialable', raw);
    return (
      <span class="soft clip" title={words}>
        {words}
      </span>
    );
  }
  if (dialable.length === 1) return <span class="soft numbers clip">{dialable[0]?.display}</span>;
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
          {text('numberOfKind', text(`numberKind_${one.kind}`), one.display)}
        </option>
      ))}
    </select>
  );
}
